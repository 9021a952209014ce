package org.safespaces.web.home;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.safespaces.intake.HeldCodes;
import org.safespaces.intake.IntakeGone;
import org.safespaces.intake.TakingBack;
import org.safespaces.keys.TooBusy;
import org.safespaces.keys.TooManyTries;
import org.safespaces.keys.WrongPhrase;
import org.safespaces.web.frame.Exchange;

/** What somebody has sent is deleted, with her code typed once more. Nothing of it is shown. */
@Named
@RequestScoped
public class TakeBackPage {
    private static final String HERE = "/take-back";
    private static final String FIELD = "back:current";
    private static final int LONGEST = 120;

    @Inject
    private TakingBack takingBack;

    /** Its code may be open on another page. */
    @Inject
    private HeldCodes held;

    @Inject
    private Exchange exchange;

    private String current;

    public void takeBack() {
        String typed = current == null ? "" : current.strip();
        current = null;
        try {
            if (typed.isEmpty() || typed.length() > LONGEST) {
                exchange.complain(FIELD, "form", "code.error.missing");
            } else {
                takingBack.takeBack(typed, exchange.visitor());
                held.forget();
                exchange.goTo(HERE + "?done=1");
            }
        } catch (WrongPhrase wrong) {
            exchange.complain(FIELD, "form", "code.error.wrong");
        } catch (TooManyTries wait) {
            exchange.complain(FIELD, "form", "code.error.wait", wait.minutes());
        } catch (IntakeGone acceptedMeanwhile) {
            exchange.complain(null, "codes", "back.error.gone");
        } catch (TooBusy busy) {
            exchange.complain(FIELD, "form", "error.busy");
        }
    }

    public boolean isDone() {
        return exchange.parameter("done").isPresent();
    }

    public String getCurrent() {
        return current;
    }

    public void setCurrent(String current) {
        this.current = current;
    }
}
