package org.safespaces.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.safespaces.access.Joining;
import org.safespaces.access.NotYetAccepted;
import org.safespaces.keys.TooBusy;
import org.safespaces.keys.TooManyTries;
import org.safespaces.keys.WrongPhrase;
import org.safespaces.people.AlreadyJoined;
import org.safespaces.web.frame.Exchange;

@Named
@RequestScoped
public class JoinPage {
    private static final int LONGEST = 120;

    @Inject
    private Joining joining;

    @Inject
    private Exchange exchange;

    private String code;

    public void join() {
        String typed = code;
        code = null;
        if (typed == null || typed.isBlank() || typed.length() > LONGEST) {
            exchange.complain("join:code", "form", "code.error.missing");
            return;
        }
        try {
            joining.join(typed);
            exchange.goTo("/client/book?joined=1");
        } catch (WrongPhrase wrong) {
            exchange.complain("join:code", "form", "code.error.wrong");
        } catch (TooManyTries wait) {
            exchange.complain("join:code", "form", "code.error.wait", wait.minutes());
        } catch (NotYetAccepted tooEarly) {
            exchange.complain("join:code", "own", "join.error.early");
        } catch (AlreadyJoined other) {
            exchange.complain("join:code", "own", "join.error.joined");
        } catch (TooBusy busy) {
            exchange.complain("join:code", "form", "error.busy");
        }
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
