package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safespaces.keys.OwnKeys;
import org.safespaces.keys.OwnStanding;
import org.safespaces.keys.SetUpStage;
import org.safespaces.keys.ShownOnce;
import org.safespaces.keys.VaultSetUp;
import org.safespaces.keys.VaultThere;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

/**
 * Each step is one view of this page. What is drawn is shown in the answer to the post that drew it, and nowhere again:
 * asked for later, the page goes on with typing it back.
 */
@Named
@RequestScoped
public class SetUpPage {
    private static final String HERE = "/therapist/set-up";

    /** Where on the way each view stands. */
    private static final Map<String, Integer> STEPS =
            Map.of("begin", 0, "shown", 1, "own", 1, "phrase", 2, "sheet", 3, "sheet-shown", 3, "code", 4, "done", 5);

    private static final int LAST = 4;

    @Inject
    private VaultSetUp setUp;

    @Inject
    private OwnStanding standing;

    @Inject
    private SecretSteps steps;

    @Inject
    private Clock clock;

    @Inject
    private Exchange exchange;

    private List<String> words = List.of();
    private List<String> groups = List.of();
    private Optional<OwnKeys> own = Optional.empty();

    /** Whoever has a vault and does not start anew is led to her keys. */
    public void load() {
        if (exchange.isPost()) {
            return;
        }
        own = standing.show();
        boolean done =
                exchange.parameter("done").isPresent() && !getFingerprint().isEmpty();
        if (own.isPresent() && !done && !isAnew()) {
            exchange.goTo("/therapist/keys");
        }
    }

    public void drawPhrase() {
        attempt(null, "error.phrase.wrong", () -> {
            ShownOnce drawn = setUp.drawPhrase(isAnew());
            exchange.keepCookie("__Host-vault", drawn.browserKey());
            words = List.of(drawn.words().split(" "));
            steps.show("shown");
        });
    }

    public void choosePhrase() {
        String typed = steps.typedPhrase();
        if (steps.isOwnPhraseUsable()) {
            attempt("own:chosen", "error.phrase.wrong", () -> {
                exchange.keepCookie("__Host-vault", setUp.ownPhrase(isAnew(), typed));
                exchange.goTo("/therapist/set-up");
            });
        }
    }

    public void confirmPhrase() {
        String typed = steps.typedPhrase();
        attempt("typed:phrase", "error.phrase.wrong", () -> {
            setUp.confirmPhrase(typed);
            exchange.goTo("/therapist/set-up");
        });
    }

    public void drawSheet() {
        attempt(null, "error.code.wrong", () -> {
            groups = List.of(setUp.drawCode().split("-"));
            steps.show("sheet-shown");
        });
    }

    public void confirmSheet() {
        String typed = steps.typedCode();
        attempt("drill:code", "error.code.wrong", () -> {
            setUp.finish(typed);
            exchange.goTo("/therapist/set-up?done=1");
        });
    }

    private void attempt(String field, String wrong, Runnable step) {
        try {
            steps.attempt(HERE, field, wrong, step);
        } catch (VaultThere already) {
            exchange.goTo("/therapist/keys");
        }
    }

    public SecretSteps getSteps() {
        return steps;
    }

    public String getView() {
        return steps.view(STEPS.keySet(), "begin", this::asked);
    }

    private String asked() {
        if (exchange.parameter("done").isPresent()) {
            return "done";
        }
        SetUpStage stage = setUp.stage();
        if (stage != SetUpStage.CODE && exchange.parameter("own").isPresent()) {
            return "own";
        }
        return switch (stage) {
            case BEGIN -> "begin";
            case PHRASE -> "phrase";
            case SHEET -> "sheet";
            case CODE -> "code";
        };
    }

    public int getAt() {
        return STEPS.get(getView());
    }

    public String getStep() {
        return getAt() == 0 || getAt() > LAST ? "" : String.format(exchange.text("vault", "setup.step"), getAt(), LAST);
    }

    public boolean isAnew() {
        return exchange.parameter("anew").isPresent() || setUp.isAnew();
    }

    public String getBeginAddress() {
        return isAnew() ? "/therapist/set-up?anew=1" : "/therapist/set-up";
    }

    public String getOwnAddress() {
        return isAnew() ? "/therapist/set-up?anew=1&own=1" : "/therapist/set-up?own=1";
    }

    public List<String> getWords() {
        return words;
    }

    public List<String> getGroups() {
        return groups;
    }

    public String getToday() {
        return Days.dated(LocalDate.now(clock));
    }

    public List<String> getFingerprint() {
        return own.map(OwnKeys::words).orElse(List.of());
    }
}
