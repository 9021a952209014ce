package org.safespaces.scheduling;

import jakarta.ejb.ApplicationException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Hours that cannot stand so; which ones and why is said, and nothing was changed. */
@ApplicationException(rollback = true)
public class HoursDoNotFit extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Duration LONGEST = Duration.ofDays(370);
    private static final Duration FURTHEST = Duration.ofDays(1100);

    /** What is in the way. */
    public enum Reason {
        CLOSES_BEFORE_OPENING,
        OVERLAPS,
        TOO_MANY,
        ENDS_BEFORE_BEGINNING,
        TOO_LONG,
        OVER
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

    /** Throws for a stretch that ends before it begins, is over, or is longer than anybody means. */
    static void check(Span stretch, Instant now) {
        if (stretch.isEmpty()) {
            throw new HoursDoNotFit(0, Reason.ENDS_BEFORE_BEGINNING);
        }
        if (!stretch.until().isAfter(now)) {
            throw new HoursDoNotFit(0, Reason.OVER);
        }
        if (stretch.until().isAfter(stretch.from().plus(LONGEST))
                || stretch.until().isAfter(now.plus(FURTHEST))) {
            throw new HoursDoNotFit(0, Reason.TOO_LONG);
        }
    }

    /** Throws for dates of which the last comes before the first, or that are over. */
    static void check(LocalDate first, LocalDate last, LocalDate today) {
        if (last.isBefore(first)) {
            throw new HoursDoNotFit(0, Reason.ENDS_BEFORE_BEGINNING);
        }
        if (first.isBefore(today)) {
            throw new HoursDoNotFit(0, Reason.OVER);
        }
        if (first.isAfter(today.plusDays(FURTHEST.toDays()))) {
            throw new HoursDoNotFit(0, Reason.TOO_LONG);
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
