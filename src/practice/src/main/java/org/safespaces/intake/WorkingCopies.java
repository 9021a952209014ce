package org.safespaces.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.settings.PracticeSettings;
import org.safespaces.vault.BrowserKey;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.SealedText;
import org.safespaces.vault.TextTooLong;
import org.safespaces.vault.VaultException;

/**
 * Keeps what somebody is still writing between two pages: in her session, sealed under a key that only her browser has.
 * Whoever reads the session reads nothing; when the browser closes, nobody can open it again. Nothing is stored.
 */
@RequestScoped
public class WorkingCopies {
    private static final int NONCE = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    /** A working copy belongs to no practice's records: one fixed id in place of a tenant's. */
    private static final UUID NOBODY = new UUID(0, 0);

    @Inject
    private HeldCopy held;

    @Inject
    private FormWalk walk;

    @Inject
    private PracticeSettings settings;

    @Inject
    private Clock clock;

    /** A fresh copy, and the key to be put into the browser's cookie. */
    public Begun begin() {
        return begin(walk.begin());
    }

    /** A fresh key for a copy that somebody has come back to, or that begins; the time it may stay open begins too. */
    public Begun begin(WorkingCopy copy) {
        held.forget();
        try (BrowserKey key = BrowserKey.draw()) {
            keep(key.encoded(), copy);
            return new Begun(copy, key.encoded());
        }
    }

    /** A working copy just begun. */
    public record Begun(WorkingCopy copy, String browserKey) {
        @Override
        public String toString() {
            return "Begun[redacted]";
        }
    }

    /** The copy of this session, if there is one and this key opens it. */
    public Optional<WorkingCopy> open(String browserKey) {
        Optional<SealedText> sealed = held.sealed(clock.instant().minus(settings.publicAbsolute()));
        if (sealed.isEmpty()) {
            return Optional.empty();
        }
        try (BrowserKey key = BrowserKey.decode(browserKey);
                ClearText text = key.openWorkingCopy(NOBODY, held.nonce(), sealed.get())) {
            return Optional.of(WorkingCopy.fromText(text.text()));
        } catch (VaultException anotherBrowser) {
            return Optional.empty();
        }
    }

    /** Keeps a copy under the browser's key. */
    public void keep(String browserKey, WorkingCopy copy) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try (BrowserKey key = BrowserKey.decode(browserKey);
                ClearText text = ClearText.of(copy.toText())) {
            held.keep(nonce, key.sealWorkingCopy(NOBODY, nonce, text), clock.instant());
        } catch (TextTooLong farTooLong) {
            // whatever was posted is far beyond any limit: the copy of before stays
            return;
        }
    }

    /** Forgets everything. */
    public void clear() {
        held.forget();
    }
}
