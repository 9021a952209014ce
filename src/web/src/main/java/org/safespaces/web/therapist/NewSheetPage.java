package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.safespaces.keys.Interrupted;
import org.safespaces.keys.NotProven;
import org.safespaces.keys.OwnVault;
import org.safespaces.keys.TooBusy;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.keys.WrongPhrase;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

/** A new recovery sheet for a vault that is open; asked for the words, or the old code, first. */
@Named
@RequestScoped
public class NewSheetPage {
    private static final Set<String> VIEWS = Set.of("prove", "prove-code", "sheet", "sheet-shown", "code");

    @Inject
    private OwnVault vault;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private Unlocking unlocking;

    @Inject
    private Clock clock;

    @Inject
    private Exchange exchange;

    private String view;
    private String phrase;
    private String code;
    private List<String> groups = List.of();

    public void load() {
        if (!vaultLock.isOpen()) {
            throw new VaultLocked();
        }
    }

    public void prove() {
        if (unlocking.succeeds(phrase, "prove:current", "unlock.error.phrase", vaultLock::prove)) {
            unlocking.goOnTo("/therapist/new-sheet");
        }
        forget();
    }

    public void proveWithCode() {
        if (unlocking.succeeds(code, "provecode:code", "unlock.error.code", vaultLock::unlockWithRecoveryCode)) {
            unlocking.goOnTo("/therapist/new-sheet");
        }
        forget();
    }

    public void drawSheet() {
        attempt(null, () -> {
            groups = List.of(vault.drawSheet().split("-"));
            view = "sheet-shown";
        });
    }

    public void confirmSheet() {
        String typed = code == null ? "" : code;
        attempt("drill:code", () -> {
            vault.confirmSheet(typed);
            exchange.goTo("/therapist/keys?done=sheet");
        });
    }

    /** Does a step, and says kindly what is in its way. What was typed is not shown again. */
    private void attempt(String field, Runnable step) {
        forget();
        try {
            step.run();
        } catch (WrongPhrase doesNotMatch) {
            exchange.complain(field, "vault", "error.code.wrong");
        } catch (TooBusy busy) {
            exchange.complain(field, "vault", "error.busy");
        } catch (Interrupted | NotProven elsewhere) {
            exchange.goTo("/therapist/new-sheet?begun=elsewhere");
        }
    }

    private void forget() {
        phrase = null;
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
        return vault.isSheetDrawn() ? "code" : "sheet";
    }

    public boolean isInterrupted() {
        return exchange.parameter("begun").isPresent();
    }

    public List<String> getGroups() {
        return groups;
    }

    public String getToday() {
        return Days.dated(LocalDate.now(clock));
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
