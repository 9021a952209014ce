package org.safespaces.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.access.Confidential;
import org.safespaces.settings.PracticeSettings;
import org.safespaces.vault.BrowserKey;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.SealedText;
import org.safespaces.vault.VaultException;

/**
 * Keeps a code that was typed once while its page is open, so that she can read and write without typing it again: in her session,
 * sealed under a key that only her browser has. Nothing is stored, and it is forgotten like an open form.
 */
@RequestScoped
public class HeldCodes {
    private static final int NONCE = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Belongs to no practice's records, and is no form either. */
    private static final UUID NOBODY = new UUID(0, 1);

    @Inject
    private HeldCode held;

    @Inject
    private PracticeSettings settings;

    @Inject
    private Clock clock;

    /**
     * What was typed.
     *
     * @param shared other people can see the device
     */
    public record Entered(String code, boolean shared) implements Confidential {
        @Override
        public String toString() {
            return "Entered[redacted]";
        }
    }

    /** Keeps it, and gives the key to be put into the browser's cookie. What was kept before is forgotten. */
    public String keep(Entered entered) {
        held.forget();
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        String json = Json.createObjectBuilder()
                .add("code", entered.code())
                .add("shared", entered.shared())
                .build()
                .toString();
        try (BrowserKey key = BrowserKey.draw();
                ClearText text = ClearText.of(json)) {
            held.keep(nonce, key.sealWorkingCopy(NOBODY, nonce, text), clock.instant());
            return key.encoded();
        }
    }

    /** The code of this session, if there is one, its time is not over, and this key opens it. */
    public Optional<Entered> open(String browserKey) {
        Optional<SealedText> sealed = held.sealed(clock.instant().minus(settings.publicAbsolute()));
        if (sealed.isEmpty()) {
            return Optional.empty();
        }
        try (BrowserKey key = BrowserKey.decode(browserKey);
                ClearText text = key.openWorkingCopy(NOBODY, held.nonce(), sealed.get())) {
            JsonObject json = Answers.parse(text.text());
            return Optional.of(new Entered(json.getString("code"), json.getBoolean("shared")));
        } catch (VaultException anotherBrowser) {
            return Optional.empty();
        }
    }

    /** Forgets it. */
    public void forget() {
        held.forget();
    }
}
