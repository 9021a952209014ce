package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.function.Supplier;
import org.safespaces.keys.Interrupted;
import org.safespaces.keys.NotProven;
import org.safespaces.keys.TooBusy;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.WeakPhrase;
import org.safespaces.keys.WrongPhrase;
import org.safespaces.web.frame.Exchange;

/**
 * What the pages share on which a way into a vault is proven or made, one view after another. What was typed lives here for one
 * request; it is forgotten before a step is done and is never shown again.
 */
@RequestScoped
public class SecretSteps {
    @Inject
    private VaultLock vaultLock;

    @Inject
    private Unlocking unlocking;

    @Inject
    private Exchange exchange;

    private String view;
    private String phrase;
    private String again;
    private String code;

    /** Whoever has the vault open shows that she is its owner, and goes on to an address of ours. */
    public void prove(String here) {
        if (unlocking.succeeds(phrase, "prove:current", "unlock.error.phrase", vaultLock::prove)) {
            unlocking.goOnTo(here);
        }
        forget();
    }

    /** The same with the code from paper. */
    public void proveWithCode(String here) {
        if (unlocking.succeeds(code, "provecode:code", "unlock.error.code", vaultLock::unlockWithRecoveryCode)) {
            unlocking.goOnTo(here);
        }
        forget();
    }

    /**
     * Does a step, and says kindly what is in its way.
     *
     * @param here the page: who went another way meanwhile begins there again
     * @param field where the reason is said; null is above the form
     * @param wrong what is said of a secret that does not match
     */
    void attempt(String here, String field, String wrong, Runnable step) {
        forget();
        try {
            step.run();
        } catch (WrongPhrase doesNotMatch) {
            exchange.complain(field, "vault", wrong);
        } catch (WeakPhrase guessable) {
            exchange.complain(field, "vault", "error.own.weak");
        } catch (TooBusy busy) {
            exchange.complain(field, "vault", "error.busy");
        } catch (Interrupted | NotProven elsewhere) {
            exchange.goTo(here + "?begun=elsewhere");
        }
    }

    /** Does a step for which nothing is typed. */
    void attempt(String here, Runnable step) {
        attempt(here, null, "error.code.wrong", step);
    }

    /** Is there a phrase of her own, and is it the same both times? Says beside the field what is not. */
    boolean isOwnPhraseUsable() {
        if (typedPhrase().isBlank()) {
            exchange.complain("own:chosen", "vault", "error.own.weak");
        } else if (again == null || !phrase.strip().equals(again.strip())) {
            exchange.complain("own:again", "vault", "error.own.twice");
        } else {
            return true;
        }
        return false;
    }

    private void forget() {
        phrase = null;
        again = null;
        code = null;
    }

    /** What is shown: in a post the view it came from, until the step has led to another. */
    String view(Set<String> known, String first, Supplier<String> asked) {
        if (view == null) {
            view = exchange.isPost()
                    ? exchange.parameter("view").filter(known::contains).orElse(first)
                    : asked.get();
        }
        return view;
    }

    void show(String next) {
        view = next;
    }

    /** With which way in somebody proves herself: her phrase, unless she asked for the other. */
    String proof() {
        return exchange.parameter("with").isPresent() ? "prove-code" : "prove";
    }

    /** Something else was begun meanwhile, perhaps in another window. */
    public boolean isInterrupted() {
        return exchange.parameter("begun").isPresent();
    }

    String typedPhrase() {
        return phrase == null ? "" : phrase;
    }

    String typedCode() {
        return code == null ? "" : code;
    }

    public String getPhrase() {
        return phrase;
    }

    public void setPhrase(String phrase) {
        this.phrase = phrase;
    }

    public String getAgain() {
        return again;
    }

    public void setAgain(String again) {
        this.again = again;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
