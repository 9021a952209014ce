package org.safespaces.keys;

import java.time.Duration;
import java.time.Instant;
import org.safespaces.vault.LockedSeed;
import org.safespaces.vault.Slot;

/**
 * Keys, or a way into them, half made: what a session keeps between the page that shows a secret once and the page where
 * it is typed back. All of it is sealed. What was shown is not in here; only a slot, which tells whether it was typed
 * rightly.
 *
 * @param purpose what it will be
 * @param seed of new keys, under the key in the browser's cookie; {@code null} where the keys exist already
 * @param phrase the way in by phrase; {@code null} before one was drawn, or where none is made
 * @param phraseTyped she has typed it back
 * @param code the way in by the code on paper; {@code null} before one was drawn, or where none is made
 * @param since when it was begun
 */
record Unfinished(Purpose purpose, LockedSeed seed, Slot phrase, boolean phraseTyped, Slot code, Instant since) {
    private static final Duration LASTS = Duration.ofMinutes(30);

    enum Purpose {
        /** A first vault. */
        VAULT,
        /** Another vault, by somebody who has lost both ways into hers. */
        VAULT_ANEW,
        /** A new phrase for a vault there is. */
        PHRASE,
        /** A new recovery sheet for a vault there is. */
        SHEET,
        /** The practice's own keys, on paper only. */
        OFFLINE
    }

    static Unfinished vault(boolean anew, LockedSeed seed, Slot phrase, boolean typed, Instant now) {
        return new Unfinished(anew ? Purpose.VAULT_ANEW : Purpose.VAULT, seed, phrase, typed, null, now);
    }

    static Unfinished newPhrase(Slot phrase, Instant now) {
        return new Unfinished(Purpose.PHRASE, null, phrase, false, null, now);
    }

    static Unfinished newSheet(Slot code, Instant now) {
        return new Unfinished(Purpose.SHEET, null, null, false, code, now);
    }

    static Unfinished offline(LockedSeed seed, Slot code, Instant now) {
        return new Unfinished(Purpose.OFFLINE, seed, null, false, code, now);
    }

    Unfinished phraseIsTyped() {
        return new Unfinished(purpose, seed, phrase, true, code, since);
    }

    Unfinished withCode(Slot drawn) {
        return new Unfinished(purpose, seed, phrase, phraseTyped, drawn, since);
    }

    boolean isVault() {
        return purpose == Purpose.VAULT || purpose == Purpose.VAULT_ANEW;
    }

    boolean isOver(Instant now) {
        return now.isAfter(since.plus(LASTS));
    }

    @Override
    public String toString() {
        return "Unfinished[" + purpose + "]";
    }
}
