package org.safespaces.scheduling;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** Hours that cannot stand so; which ones and why is said, and nothing was changed. */
@ApplicationException(rollback = true)
public class HoursDoNotFit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is in the way. */
    public enum Reason {
        CLOSES_BEFORE_OPENING,
        OVERLAPS
    }

    private final int place;
    private final Reason reason;

    HoursDoNotFit(int place, Reason reason) {
        super("hours do not fit");
        this.place = place;
        this.reason = reason;
    }

    /** Throws for the first hours of the list that cannot stand. */
    static void check(List<OpenHours> week) {
        for (int i = 0; i < week.size(); i++) {
            OpenHours hours = week.get(i);
            if (hours.closesMinute() <= hours.opensMinute()) {
                throw new HoursDoNotFit(i, Reason.CLOSES_BEFORE_OPENING);
            }
            if (week.subList(0, i).stream().anyMatch(hours::overlaps)) {
                throw new HoursDoNotFit(i, Reason.OVERLAPS);
            }
        }
    }

    /** Where in the list the hours stand that do not fit. */
    public int place() {
        return place;
    }

    public Reason reason() {
        return reason;
    }
}
