package org.safespaces.keys;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.safespaces.vault.LockedSeed;

/**
 * The seed of an unlocked vault as the session holds it: sealed under a key that only the browser's cookie carries.
 * Transient, so that it never leaves this node: another node asks for the phrase again.
 */
@SessionScoped
class LockedVault implements Serializable {
    private static final long serialVersionUID = 1L;
    static final Duration ABSOLUTE = Duration.ofHours(8);
    private static final Duration PROVEN = Duration.ofMinutes(10);

    private final Duration idle;
    private transient LockedSeed seed;
    private transient Instant since;
    private transient Instant lastUsed;
    private transient boolean tripped;
    private transient Instant proven;
    private transient boolean byCode;

    LockedVault() {
        this(IdleTime.configured());
    }

    LockedVault(Duration idle) {
        this.idle = idle;
    }

    synchronized void keep(LockedSeed unlocked, Instant now) {
        this.seed = unlocked;
        this.since = now;
        this.lastUsed = now;
        this.tripped = false;
        this.proven = null;
        this.byCode = false;
    }

    /** It was opened with the code from paper: her phrase may be lost. */
    synchronized void openedByCode() {
        this.byCode = true;
    }

    synchronized boolean isOpenedByCode() {
        return seed != null && byCode;
    }

    /** She has a phrase again. */
    synchronized void hasPhrase() {
        this.byCode = false;
    }

    /** She has just typed her phrase or code so as to change who can open what. */
    synchronized void prove(Instant now) {
        this.proven = now;
    }

    /** May she change a way in? An open vault alone is not enough: somebody may have sat down in her place. */
    synchronized boolean isProven(Instant now) {
        return proven != null && now.isBefore(proven.plus(PROVEN));
    }

    /** What was typed counts for one change. */
    synchronized void endProof() {
        this.proven = null;
    }

    /** The seed, unless it has been idle or open for too long; those are forgotten on the way. */
    synchronized Optional<LockedSeed> seed(Instant now) {
        if (seed != null && (now.isAfter(lastUsed.plus(idle)) || now.isAfter(since.plus(ABSOLUTE)))) {
            forget();
        }
        return Optional.ofNullable(seed);
    }

    /** Somebody was there, then; what is heard of late takes nothing back. */
    synchronized void used(Instant then) {
        if (seed != null && then.isAfter(lastUsed)) {
            lastUsed = then;
        }
    }

    /** Forgets, and remembers why until it is unlocked again. */
    synchronized void trip() {
        forget();
        tripped = true;
    }

    synchronized boolean isTripped() {
        return tripped;
    }

    synchronized void forget() {
        seed = null;
        since = null;
        lastUsed = null;
        proven = null;
    }
}
