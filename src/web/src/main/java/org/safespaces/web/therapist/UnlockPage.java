package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.safespaces.access.Covers;
import org.safespaces.keys.BrowserKeyHolder;
import org.safespaces.keys.StoppedWork;
import org.safespaces.keys.TooBusy;
import org.safespaces.keys.TooManyTries;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.WrongPhrase;
import org.safespaces.people.CaseId;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.frame.SignedIn;

@Named
@RequestScoped
public class UnlockPage {
    /** Only our own therapist pages can be gone back to. */
    private static final Pattern OURS = Pattern.compile("/therapist/[a-z-]+(\\?[A-Za-z0-9=&-]*)?");

    private static final Logger LOG = Logger.getLogger(UnlockPage.class.getName());
    private static final int LONGEST = 400;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private StoppedWork stoppedWork;

    @Inject
    private BrowserKeyHolder browserKey;

    @Inject
    private Covers covers;

    @Inject
    private SignedIn signedIn;

    @Inject
    private Exchange exchange;

    private String phrase;
    private String code;

    public void unlock() {
        open(phrase, "unlock:phrase", "unlock.error.phrase", vaultLock::unlock);
    }

    public void unlockWithCode() {
        open(code, "recover:code", "unlock.error.code", vaultLock::unlockWithRecoveryCode);
    }

    private void open(String typed, String field, String wrong, UnaryOperator<String> unlocking) {
        phrase = null;
        code = null;
        if (typed == null || typed.isBlank() || typed.length() > LONGEST) {
            exchange.complain(field, "casefile", wrong);
            return;
        }
        try {
            String key = unlocking.apply(typed);
            exchange.keepCookie("__Host-vault", key);
            if (stoppedWork.isStopped()) {
                exchange.goTo("/therapist/stopped");
                return;
            }
            browserKey.present(key);
            covers.lockToChange().forEach(this::changeLock);
            exchange.goTo(getThen());
        } catch (WrongPhrase doesNotOpen) {
            exchange.complain(field, "casefile", wrong);
        } catch (TooManyTries wait) {
            exchange.complain(field, "casefile", "unlock.error.wait", wait.minutes());
        } catch (TooBusy busy) {
            exchange.complain(field, "casefile", "unlock.error.busy");
        }
    }

    /** What a colleague's key is not to open any more gets a new lock now; what cannot, waits on Today. */
    private void changeLock(CaseId overdue) {
        try {
            covers.changeLock(overdue);
        } catch (RuntimeException later) {
            LOG.log(Level.WARNING, "a lock that is due was not changed at unlock: {0}", later.getClass());
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
