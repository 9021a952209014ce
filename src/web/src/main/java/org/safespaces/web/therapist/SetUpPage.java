package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safespaces.keys.Interrupted;
import org.safespaces.keys.OwnKeys;
import org.safespaces.keys.OwnStanding;
import org.safespaces.keys.SetUpStage;
import org.safespaces.keys.ShownOnce;
import org.safespaces.keys.TooBusy;
import org.safespaces.keys.VaultSetUp;
import org.safespaces.keys.VaultThere;
import org.safespaces.keys.WeakPhrase;
import org.safespaces.keys.WrongPhrase;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

/**
 * Each step is one view of this page. What is drawn is shown in the answer to the post that drew it, and nowhere again:
 * asked for later, the page goes on with typing it back.
 */
@Named
@RequestScoped
public class SetUpPage {
    /** Where on the way each view stands. */
    private static final Map<String, Integer> STEPS =
            Map.of("begin", 0, "shown", 1, "own", 1, "phrase", 2, "sheet", 3, "sheet-shown", 3, "code", 4, "done", 5);

    private static final int LAST = 4;

    @Inject
    private VaultSetUp setUp;

    @Inject
    private OwnStanding standing;

    @Inject
    private Clock clock;

    @Inject
    private Exchange exchange;

    private String view;
    private String phrase;
    private String again;
    private String code;
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
        attempt(null, () -> {
            ShownOnce drawn = setUp.drawPhrase(isAnew());
            exchange.keepCookie("__Host-vault", drawn.browserKey());
            words = List.of(drawn.words().split(" "));
            view = "shown";
        });
    }

    public void choosePhrase() {
        String typed = typed(phrase);
        if (OwnPhrase.isUsable(exchange, typed, typed(again))) {
            attempt("own:chosen", () -> {
                exchange.keepCookie("__Host-vault", setUp.ownPhrase(isAnew(), typed));
                exchange.goTo("/therapist/set-up");
            });
        }
    }

    public void confirmPhrase() {
        String typed = typed(phrase);
        attempt("typed:phrase", () -> {
            setUp.confirmPhrase(typed);
            exchange.goTo("/therapist/set-up");
        });
    }

    public void drawSheet() {
        attempt(null, () -> {
            groups = List.of(setUp.drawCode().split("-"));
            view = "sheet-shown";
        });
    }

    public void confirmSheet() {
        String typed = typed(code);
        attempt("drill:code", () -> {
            setUp.finish(typed);
            exchange.goTo("/therapist/set-up?done=1");
        });
    }

    private static String typed(String secret) {
        return secret == null ? "" : secret;
    }

    /** Does a step, and says kindly what is in its way. What was typed is not shown again. */
    private void attempt(String field, Runnable step) {
        phrase = null;
        again = null;
        code = null;
        try {
            step.run();
        } catch (WrongPhrase doesNotMatch) {
            boolean onPaper = "code".equals(getView());
            exchange.complain(field, "vault", onPaper ? "error.code.wrong" : "error.phrase.wrong");
        } catch (WeakPhrase guessable) {
            exchange.complain(field, "vault", "error.own.weak");
        } catch (TooBusy busy) {
            exchange.complain(field, "vault", "error.busy");
        } catch (Interrupted elsewhere) {
            exchange.goTo("/therapist/set-up?begun=elsewhere");
        } catch (VaultThere already) {
            exchange.goTo("/therapist/keys");
        }
    }

    /** What is shown: in a post the view it came from, until the step has led to another. */
    public String getView() {
        if (view == null) {
            view = exchange.isPost()
                    ? exchange.parameter("view").filter(STEPS::containsKey).orElse("begin")
                    : asked();
        }
        return view;
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

    public boolean isInterrupted() {
        return exchange.parameter("begun").isPresent();
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
