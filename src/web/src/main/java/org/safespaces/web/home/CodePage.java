package org.safespaces.web.home;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.safespaces.intake.HeldCodes;
import org.safespaces.intake.OwnCode;
import org.safespaces.keys.CodeForm;
import org.safespaces.keys.Interrupted;
import org.safespaces.keys.TooBusy;
import org.safespaces.keys.TooManyTries;
import org.safespaces.keys.WeakPhrase;
import org.safespaces.keys.WrongPhrase;
import org.safespaces.web.frame.Exchange;

/**
 * Another code in place of the one she has. Each step is one view of this page; what is drawn is shown in the answer to the post that
 * drew it, and nowhere again. Nothing that was typed is shown again either.
 */
@Named
@RequestScoped
public class CodePage {
    private static final String HERE = "/code";
    private static final Set<String> VIEWS = Set.of("kept", "begin", "own");
    private static final int LONGEST = 120;

    @Inject
    private OwnCode ownCode;

    /** The one before may be open on another page. */
    @Inject
    private HeldCodes held;

    @Inject
    private Exchange exchange;

    private String view;
    private String current;
    private String chosen;
    private String again;
    private String typed;
    private CodeForm form;
    private List<String> parts = List.of();

    public void drawWords() {
        draw(CodeForm.WORDS);
    }

    public void drawDigits() {
        draw(CodeForm.DIGITS);
    }

    private void draw(CodeForm wanted) {
        String before = taken(current);
        attempt("begin:current", before, () -> {
            parts = List.of(ownCode.draw(before, wanted, exchange.visitor()).split(" "));
            form = wanted;
            view = "shown";
        });
    }

    public void choose() {
        String before = taken(current);
        String own = taken(chosen);
        String twice = taken(again);
        forget();
        if (own.length() > LONGEST) {
            exchange.complain("own:chosen", "codes", "error.long", LONGEST);
        } else if (!own.equals(twice)) {
            exchange.complain("own:again", "codes", "error.twice");
        } else {
            attempt("own:current", before, () -> {
                ownCode.choose(before, own, exchange.visitor());
                held.forget();
                exchange.goTo(HERE + "?done=1");
            });
        }
    }

    /** The new code is typed back; wrong as often as she likes, since it opens nothing yet. */
    public void confirm() {
        String back = taken(typed);
        forget();
        try {
            ownCode.confirm(back.length() > LONGEST ? "" : back);
            held.forget();
            exchange.goTo(HERE + "?done=1");
        } catch (WrongPhrase notTheOneShown) {
            exchange.complain("kept:typed", "codes", "error.kept");
        } catch (Interrupted changedSince) {
            exchange.goTo(HERE + "?begun=1");
        } catch (TooBusy busy) {
            exchange.complain("kept:typed", "form", "error.busy");
        }
    }

    private void attempt(String field, String before, Runnable step) {
        forget();
        try {
            if (before.isEmpty() || before.length() > LONGEST) {
                exchange.complain(field, "form", "code.error.missing");
            } else {
                step.run();
            }
        } catch (WrongPhrase wrong) {
            exchange.complain(field, "form", "code.error.wrong");
        } catch (TooManyTries wait) {
            exchange.complain(field, "form", "code.error.wait", wait.minutes());
        } catch (WeakPhrase guessable) {
            exchange.complain("own:chosen", "codes", "error.weak");
        } catch (Interrupted changedSince) {
            exchange.goTo(HERE + "?begun=1");
        } catch (TooBusy busy) {
            exchange.complain(field, "form", "error.busy");
        }
    }

    private static String taken(String secret) {
        return secret == null ? "" : secret.strip();
    }

    private void forget() {
        current = null;
        chosen = null;
        again = null;
        typed = null;
    }

    /** What is shown: in a post the view it came from, until the step has led to another. */
    public String getView() {
        if (view == null) {
            view = exchange.isPost()
                    ? exchange.parameter("view").filter(VIEWS::contains).orElse("begin")
                    : asked();
        }
        return view;
    }

    private String asked() {
        if (exchange.parameter("done").isPresent()) {
            return "done";
        }
        if (exchange.parameter("kept").isPresent()) {
            return "kept";
        }
        return exchange.parameter("own").isPresent() ? "own" : "begin";
    }

    public boolean isInterrupted() {
        return exchange.parameter("begun").isPresent();
    }

    public boolean isInWords() {
        return form == CodeForm.WORDS;
    }

    /** The code as it is shown: ten words, or four groups of digits. */
    public List<String> getParts() {
        return parts;
    }

    public String getCurrent() {
        return current;
    }

    public void setCurrent(String current) {
        this.current = current;
    }

    public String getChosen() {
        return chosen;
    }

    public void setChosen(String chosen) {
        this.chosen = chosen;
    }

    public String getAgain() {
        return again;
    }

    public void setAgain(String again) {
        this.again = again;
    }

    public String getTyped() {
        return typed;
    }

    public void setTyped(String typed) {
        this.typed = typed;
    }
}
