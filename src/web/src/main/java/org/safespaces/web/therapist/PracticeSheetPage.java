package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.safespaces.intake.Intakes;
import org.safespaces.keys.NotVouched;
import org.safespaces.keys.OfflineKey;
import org.safespaces.keys.OwnVault;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.frame.SignedIn;

/** The practice's keys on paper: made by a therapist who works alone, and used when she has lost her own. */
@Named
@RequestScoped
public class PracticeSheetPage {
    private static final String HERE = "/therapist/practice-sheet";
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
    private SecretSteps steps;

    @Inject
    private Clock clock;

    @Inject
    private Exchange exchange;

    private List<String> groups = List.of();

    public void load() {
        if (!vaultLock.isOpen()) {
            throw new VaultLocked();
        }
    }

    public void drawSheet() {
        steps.attempt(HERE, () -> {
            groups = List.of(offline.draw().split("-"));
            steps.show("sheet-shown");
        });
    }

    public void confirmSheet() {
        String typed = steps.typedCode();
        steps.attempt(HERE, "drill:code", "error.code.wrong", () -> {
            offline.finish(typed);
            exchange.goTo("/therapist/practice-sheet?done=1");
        });
    }

    /** With the code typed, the sheet vouches for her and brings enquiries back. */
    public void bringBack() {
        String typed = steps.typedCode();
        steps.attempt(HERE, "use:code", "error.paper.wrong", () -> {
            try {
                intakes.bringBack(typed);
                exchange.goTo("/therapist/keys?done=paper");
            } catch (NotVouched colleague) {
                exchange.complain(null, "vault", "error.paper.colleague");
            }
        });
    }

    public SecretSteps getSteps() {
        return steps;
    }

    public String getView() {
        return steps.view(VIEWS, "prove", this::asked);
    }

    private String asked() {
        if (exchange.parameter("done").isPresent()) {
            return "done";
        }
        if (exchange.parameter("use").isPresent()) {
            return "use";
        }
        if (!vault.mayChange()) {
            return steps.proof();
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

    public List<String> getGroups() {
        return groups;
    }

    public String getToday() {
        return Days.dated(LocalDate.now(clock));
    }
}
