package org.safespaces.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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
    private FormCatalogue forms;

    /** A fresh copy, and the key to be put into the browser's cookie. */
    public Begun begin() {
        try (BrowserKey key = BrowserKey.draw()) {
            WorkingCopy copy = WorkingCopy.begin(forms.current());
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
        Optional<SealedText> sealed = held.sealed();
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
            held.keep(nonce, key.sealWorkingCopy(NOBODY, nonce, text));
        } catch (TextTooLong farTooLong) {
            // whatever was posted is far beyond any limit: the copy of before stays
            return;
        }
    }

    /** Forgets everything. */
    public void clear() {
        held.forget();
    }

    /**
     * Takes what was posted for a page into the copy.
     *
     * @return the copy with the new answers, and by question the key of what is the matter with one
     */
    public Taken take(WorkingCopy copy, FormPage page, Function<String, String[]> posted) {
        FormCheck.Checked checked = FormCheck.read(page, copy.answers(), posted);
        return new Taken(copy.with(checked.answers()), checked.errors());
    }

    /** A copy after a page was posted. */
    public record Taken(WorkingCopy copy, Map<String, String> errors) {
        @Override
        public String toString() {
            return "Taken[redacted]";
        }
    }
}
