package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.safespaces.keys.OwnVault;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.web.frame.Exchange;

/** New words for a vault that is open; asked for the old ones, or the code, first. */
@Named
@RequestScoped
public class NewPhrasePage {
    private static final String HERE = "/therapist/new-phrase";
    private static final Set<String> VIEWS = Set.of("prove", "prove-code", "ready", "shown", "phrase", "own");

    @Inject
    private OwnVault vault;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private SecretSteps steps;

    @Inject
    private Exchange exchange;

    private List<String> words = List.of();

    public void load() {
        if (!vaultLock.isOpen()) {
            throw new VaultLocked();
        }
    }

    public void drawPhrase() {
        steps.attempt(HERE, () -> {
            words = List.of(vault.drawPhrase().split(" "));
            steps.show("shown");
        });
    }

    public void choosePhrase() {
        String typed = steps.typedPhrase();
        if (steps.isOwnPhraseUsable()) {
            steps.attempt(HERE, "own:chosen", "error.phrase.wrong", () -> {
                vault.choosePhrase(typed);
                exchange.goTo("/therapist/keys?done=phrase");
            });
        }
    }

    public void confirmPhrase() {
        String typed = steps.typedPhrase();
        steps.attempt(HERE, "typed:phrase", "error.phrase.wrong", () -> {
            vault.confirmPhrase(typed);
            exchange.goTo("/therapist/keys?done=phrase");
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
        if (exchange.parameter("own").isPresent()) {
            return "own";
        }
        return vault.isPhraseDrawn() ? "phrase" : "ready";
    }

    public boolean isForgotten() {
        return exchange.parameter("forgotten").isPresent();
    }

    public List<String> getWords() {
        return words;
    }
}
