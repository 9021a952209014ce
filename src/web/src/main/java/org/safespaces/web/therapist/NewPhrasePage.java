package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.safespaces.keys.Interrupted;
import org.safespaces.keys.NotProven;
import org.safespaces.keys.OwnVault;
import org.safespaces.keys.TooBusy;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.keys.WeakPhrase;
import org.safespaces.keys.WrongPhrase;
import org.safespaces.web.frame.Exchange;

/** New words for a vault that is open; asked for the old ones, or the code, first. */
@Named
@RequestScoped
public class NewPhrasePage {
    private static final Set<String> VIEWS = Set.of("prove", "prove-code", "ready", "shown", "phrase", "own");

    @Inject
    private OwnVault vault;

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
    private List<String> words = List.of();

    public void load() {
        if (!vaultLock.isOpen()) {
            throw new VaultLocked();
        }
    }

    public void prove() {
        if (unlocking.succeeds(phrase, "prove:current", "unlock.error.phrase", vaultLock::prove)) {
            unlocking.goOnTo("/therapist/new-phrase");
        }
        forget();
    }

    public void proveWithCode() {
        if (unlocking.succeeds(code, "provecode:code", "unlock.error.code", vaultLock::unlockWithRecoveryCode)) {
            unlocking.goOnTo("/therapist/new-phrase");
        }
        forget();
    }

    public void drawPhrase() {
        attempt(null, () -> {
            words = List.of(vault.drawPhrase().split(" "));
            view = "shown";
        });
    }

    public void choosePhrase() {
        String typed = typed(phrase);
        if (OwnPhrase.isUsable(exchange, typed, typed(again))) {
            attempt("own:chosen", () -> {
                vault.choosePhrase(typed);
                exchange.goTo("/therapist/keys?done=phrase");
            });
        }
    }

    public void confirmPhrase() {
        String typed = typed(phrase);
        attempt("typed:phrase", () -> {
            vault.confirmPhrase(typed);
            exchange.goTo("/therapist/keys?done=phrase");
        });
    }

    private static String typed(String secret) {
        return secret == null ? "" : secret;
    }

    /** Does a step, and says kindly what is in its way. What was typed is not shown again. */
    private void attempt(String field, Runnable step) {
        forget();
        try {
            step.run();
        } catch (WrongPhrase doesNotMatch) {
            exchange.complain(field, "vault", "error.phrase.wrong");
        } catch (WeakPhrase guessable) {
            exchange.complain(field, "vault", "error.own.weak");
        } catch (TooBusy busy) {
            exchange.complain(field, "vault", "error.busy");
        } catch (Interrupted | NotProven elsewhere) {
            exchange.goTo("/therapist/new-phrase?begun=elsewhere");
        }
    }

    private void forget() {
        phrase = null;
        again = null;
        code = null;
    }

    /** What is shown: in a post the view it came from, until the step has led to another. */
    public String getView() {
        if (view == null) {
            view = exchange.isPost()
                    ? exchange.parameter("view").filter(VIEWS::contains).orElse("prove")
                    : asked();
        }
        return view;
    }

    private String asked() {
        if (!vault.mayChange()) {
            return exchange.parameter("with").isPresent() ? "prove-code" : "prove";
        }
        if (exchange.parameter("own").isPresent()) {
            return "own";
        }
        return vault.isPhraseDrawn() ? "phrase" : "ready";
    }

    public boolean isForgotten() {
        return exchange.parameter("forgotten").isPresent();
    }

    public boolean isInterrupted() {
        return exchange.parameter("begun").isPresent();
    }

    public List<String> getWords() {
        return words;
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
