package org.safespaces.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.safespaces.access.AccountsUnavailable;
import org.safespaces.access.OwnRecord;
import org.safespaces.access.OwnSignIns;
import org.safespaces.notes.OwnAlarm;
import org.safespaces.web.frame.Exchange;

/** For somebody whose account another person may be in: one button. */
@Named
@RequestScoped
public class SafePage {
    private static final String HERE = "/client/safe";

    @Inject
    private OwnAlarm alarm;

    @Inject
    private OwnSignIns signIns;

    @Inject
    private OwnRecord record;

    @Inject
    private Exchange exchange;

    private boolean joined;

    public void load() {
        joined = record.isThere();
        if (exchange.isPost() && exchange.parameter("do").filter("safe"::equals).isPresent()) {
            act();
        }
    }

    /** What keeps letters from somebody else comes first: it does not wait for the identity server. */
    private void act() {
        if (joined) {
            alarm.raise();
        }
        try {
            signIns.endAll();
            exchange.goTo(HERE + "?done=all");
        } catch (AccountsUnavailable later) {
            exchange.goTo(HERE + "?done=half");
        }
    }

    public boolean isJoined() {
        return joined;
    }

    public boolean isDone() {
        return exchange.parameter("done").filter("all"::equals).isPresent() && !exchange.isPost();
    }

    public boolean isHalfDone() {
        return exchange.parameter("done").filter("half"::equals).isPresent() && !exchange.isPost();
    }
}
