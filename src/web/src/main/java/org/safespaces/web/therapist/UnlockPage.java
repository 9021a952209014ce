package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.regex.Pattern;
import org.safespaces.keys.Standing;
import org.safespaces.keys.VaultLock;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.frame.SignedIn;

@Named
@RequestScoped
public class UnlockPage {
    /** Only our own therapist pages can be gone back to. */
    private static final Pattern OURS = Pattern.compile("/therapist/[a-z-]+(\\?[A-Za-z0-9=&-]*)?");

    @Inject
    private VaultLock vaultLock;

    @Inject
    private Unlocking unlocking;

    @Inject
    private SignedIn signedIn;

    @Inject
    private Exchange exchange;

    private String phrase;
    private String code;

    /** Whoever has no vault yet is led to making one. It is no secret to herself; to a post nothing is said of it. */
    public void load() {
        if (!exchange.isPost() && vaultLock.standing() == Standing.NONE) {
            exchange.goTo("/therapist/set-up");
        }
    }

    public void unlock() {
        String typed = phrase;
        phrase = null;
        if (unlocking.succeeds(typed, "unlock:phrase", "unlock.error.phrase", vaultLock::unlock)) {
            unlocking.goOnTo(getThen());
        }
    }

    /** With the code from paper: most likely the phrase is forgotten, so a new one is offered at once. */
    public void unlockWithCode() {
        String typed = code;
        code = null;
        if (unlocking.succeeds(typed, "recover:code", "unlock.error.code", vaultLock::unlockWithRecoveryCode)) {
            unlocking.goOnTo("/therapist/new-phrase?forgotten=1");
        }
    }

    /** Where to go once it is open. */
    public String getThen() {
        return exchange.parameter("then")
                .filter(address -> OURS.matcher(address).matches())
                .orElse("/therapist/today");
    }

    public String getLead() {
        return String.format(exchange.text("casefile", "unlock.lead"), signedIn.getName());
    }

    public String getFoot() {
        return String.format(exchange.text("casefile", "unlock.foot"), vaultLock.idleMinutes());
    }

    /** The vault has locked itself, because many records were opened quickly. */
    public boolean isTripped() {
        return vaultLock.isTripped();
    }

    public boolean isWithCode() {
        return exchange.parameter("with").filter("code"::equals).isPresent();
    }

    public String getPhrase() {
        return phrase;
    }

    public void setPhrase(String phrase) {
        this.phrase = phrase;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
