package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.safespaces.intake.Intakes;
import org.safespaces.keys.Interrupted;
import org.safespaces.keys.NotProven;
import org.safespaces.keys.NotVouched;
import org.safespaces.keys.OfflineKey;
import org.safespaces.keys.OwnVault;
import org.safespaces.keys.TooBusy;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.keys.WrongPhrase;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.frame.SignedIn;

/** The practice's keys on paper: made by a therapist who works alone, and used when she has lost her own. */
@Named
@RequestScoped
public class PracticeSheetPage {
    private static final Set<String> VIEWS =
            Set.of("prove", "prove-code", "sheet", "sheet-shown", "code", "done", "use");

    @Inject
    private OwnVault vault;

    @Inject
    private OfflineKey offline;

    @Inject
    private Intakes intakes;

    @Inject
    private SignedIn signedIn;

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
            unlocking.goOnTo("/therapist/practice-sheet");
        }
        forget();
    }

    public void proveWithCode() {
        if (unlocking.succeeds(code, "provecode:code", "unlock.error.code", vaultLock::unlockWithRecoveryCode)) {
            unlocking.goOnTo("/therapist/practice-sheet");
        }
        forget();
    }

    public void drawSheet() {
        attempt(null, () -> {
            groups = List.of(offline.draw().split("-"));
            view = "sheet-shown";
        });
    }

    public void confirmSheet() {
        String typed = code == null ? "" : code;
        attempt("drill:code", () -> {
            offline.finish(typed);
            exchange.goTo("/therapist/practice-sheet?done=1");
        });
    }

    /** With the code typed, the sheet vouches for her and brings enquiries back. */
    public void bringBack() {
        String typed = code == null ? "" : code;
        attempt("use:code", () -> {
            intakes.bringBack(typed);
            exchange.goTo("/therapist/keys?done=paper");
        });
    }

    /** Does a step, and says kindly what is in its way. What was typed is not shown again. */
    private void attempt(String field, Runnable step) {
        forget();
        try {
            step.run();
        } catch (WrongPhrase doesNotMatch) {
            boolean using = "use".equals(getView());
            exchange.complain(field, "vault", using ? "error.paper.wrong" : "error.code.wrong");
        } catch (NotVouched colleague) {
            exchange.complain(null, "vault", "error.paper.colleague");
        } catch (TooBusy busy) {
            exchange.complain(field, "vault", "error.busy");
        } catch (Interrupted | NotProven elsewhere) {
            exchange.goTo("/therapist/practice-sheet?begun=elsewhere");
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
        if (exchange.parameter("done").isPresent()) {
            return "done";
        }
        if (exchange.parameter("use").isPresent()) {
            return "use";
        }
        if (!vault.mayChange()) {
            return exchange.parameter("with").isPresent() ? "prove-code" : "prove";
        }
        return offline.isDrawn() ? "code" : "sheet";
    }

    /** The line for the server's configuration; empty when it believes her already. */
    public String getAnchor() {
        return offline.show().anchor().map(value -> Anchoring.LINE + value).orElse("");
    }

    public String getWhose() {
        return String.format(exchange.text("vault", "paper.whose"), signedIn.getName());
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
