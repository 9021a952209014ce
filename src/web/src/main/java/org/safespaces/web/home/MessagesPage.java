package org.safespaces.web.home;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import org.safespaces.intake.IntakeProgress;
import org.safespaces.intake.IntakeStatus;
import org.safespaces.intake.Intakes;
import org.safespaces.keys.CodeStanding;
import org.safespaces.keys.TooBusy;
import org.safespaces.keys.TooManyTries;
import org.safespaces.keys.WrongPhrase;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

@Named
@RequestScoped
public class MessagesPage {
    private static final int LONGEST = 120;

    @Inject
    private Intakes intakes;

    @Inject
    private Exchange exchange;

    private String code;
    private IntakeProgress progress;

    /** Looks the code up. The answer is shown in this response and kept nowhere. */
    public void look() {
        try {
            if (code == null || code.isBlank() || code.length() > LONGEST) {
                exchange.complain("enter:code", "form", "code.error.missing");
            } else {
                progress = intakes.progress(code, exchange.visitor());
            }
        } catch (WrongPhrase wrong) {
            exchange.complain("enter:code", "form", "code.error.wrong");
        } catch (TooManyTries wait) {
            exchange.complain("enter:code", "form", "code.error.wait", wait.minutes());
        } catch (TooBusy busy) {
            exchange.complain("enter:code", "form", "error.busy");
        }
        code = null;
    }

    public boolean isFound() {
        return progress != null;
    }

    /** Has nobody accepted it yet, so that she can still take it back? */
    public boolean isOpenStill() {
        return EnumSet.of(IntakeStatus.RECEIVED, IntakeStatus.BEING_READ).contains(progress.status());
    }

    public String getStatus() {
        return progress.status().name();
    }

    public String getReceivedOn() {
        return progress.receivedOn().map(Days::day).orElse("");
    }

    /** Since when she has the code she typed, and from whom: whoever it surprises is told what to do. */
    public String getCodeGiven() {
        CodeStanding standing = progress.code();
        return String.format(exchange.text("codes", "panel.by." + standing.givenBy()), Days.dated(standing.givenOn()));
    }

    public String getCodeUntil() {
        return String.format(
                exchange.text("codes", "panel.until"),
                Days.dated(progress.code().expiresOn()));
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
