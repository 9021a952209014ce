package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.function.UnaryOperator;
import org.safespaces.keys.BrowserKeyHolder;
import org.safespaces.keys.StoppedWork;
import org.safespaces.keys.TooBusy;
import org.safespaces.keys.TooManyTries;
import org.safespaces.keys.WrongPhrase;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.frame.OverdueLocks;

/** A phrase or a code typed to open a vault, on whichever page asks for it. */
@RequestScoped
class Unlocking {
    private static final int LONGEST = 400;

    @Inject
    private StoppedWork stoppedWork;

    @Inject
    private BrowserKeyHolder browserKey;

    @Inject
    private OverdueLocks overdueLocks;

    @Inject
    private Exchange exchange;

    /**
     * Tries what was typed. When it is right, the browser gets its half of the key, which counts in this request already;
     * when not, the reason stands beside the field. A vault that stopped is not open even so.
     */
    boolean succeeds(String typed, String field, String wrong, UnaryOperator<String> unlock) {
        if (typed == null || typed.isBlank() || typed.length() > LONGEST) {
            exchange.complain(field, "casefile", wrong);
            return false;
        }
        try {
            String key = unlock.apply(typed);
            browserKey.present(key);
            exchange.keepCookie("__Host-vault", key);
            return true;
        } catch (WrongPhrase doesNotOpen) {
            exchange.complain(field, "casefile", wrong);
        } catch (TooManyTries wait) {
            exchange.complain(field, "casefile", "unlock.error.wait", wait.minutes());
        } catch (TooBusy busy) {
            exchange.complain(field, "casefile", "unlock.error.busy");
        }
        return false;
    }

    /** After it was right: goes on, or shows why the vault stays shut. */
    void goOnTo(String address) {
        if (isStopped()) {
            exchange.goTo("/therapist/stopped");
            return;
        }
        overdueLocks.change();
        exchange.goTo(address);
    }

    boolean isStopped() {
        return stoppedWork.isStopped();
    }
}
