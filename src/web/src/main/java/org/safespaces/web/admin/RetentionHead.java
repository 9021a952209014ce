package org.safespaces.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.safespaces.access.RecordRetention;
import org.safespaces.access.RetentionTally;
import org.safespaces.notes.OutsideRequests;
import org.safespaces.notes.OutsideTally;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

/** How many records have been kept long enough, and how much was asked from outside: counts and days, for whoever runs the practice. */
@Named
@RequestScoped
public class RetentionHead {
    @Inject
    private RecordRetention retention;

    @Inject
    private OutsideRequests outside;

    @Inject
    private Exchange exchange;

    private RetentionTally records;
    private OutsideTally asked;

    private RetentionTally records() {
        if (records == null) {
            records = retention.tally();
        }
        return records;
    }

    private OutsideTally asked() {
        if (asked == null) {
            asked = outside.tally();
        }
        return asked;
    }

    public long getDue() {
        return records().due();
    }

    public long getSnoozed() {
        return records().snoozed();
    }

    public long getHeld() {
        return records().held();
    }

    public long getLeaving() {
        return records().leaving();
    }

    public long getAsked() {
        return asked().all();
    }

    public long getOpen() {
        return asked().open();
    }

    public String getNewest() {
        return asked().newest().map(Days::dated).orElseGet(() -> exchange.text("rights", "tally.none"));
    }
}
