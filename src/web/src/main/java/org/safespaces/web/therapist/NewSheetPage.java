package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.safespaces.keys.OwnVault;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

/** A new recovery sheet for a vault that is open; asked for the words, or the old code, first. */
@Named
@RequestScoped
public class NewSheetPage {
    private static final String HERE = "/therapist/new-sheet";
    private static final Set<String> VIEWS = Set.of("prove", "prove-code", "sheet", "sheet-shown", "code");

    @Inject
    private OwnVault vault;

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
            groups = List.of(vault.drawSheet().split("-"));
            steps.show("sheet-shown");
        });
    }

    public void confirmSheet() {
        String typed = steps.typedCode();
        steps.attempt(HERE, "drill:code", "error.code.wrong", () -> {
            vault.confirmSheet(typed);
            exchange.goTo("/therapist/keys?done=sheet");
        });
    }

    public SecretSteps getSteps() {
        return steps;
    }

    public String getView() {
        return steps.view(VIEWS, "prove", this::asked);
    }

    private String asked() {
        if (!vault.mayChange()) {
            return steps.proof();
        }
        return vault.isSheetDrawn() ? "code" : "sheet";
    }

    public List<String> getGroups() {
        return groups;
    }

    public String getToday() {
        return Days.dated(LocalDate.now(clock));
    }
}
