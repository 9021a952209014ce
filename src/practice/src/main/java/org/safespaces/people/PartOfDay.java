package org.safespaces.people;

import java.time.LocalTime;

/** A part of a day, with the hours of it in which a letter may reach somebody. */
public enum PartOfDay {
    MORNING(LocalTime.of(8, 0), LocalTime.of(12, 0)),
    AFTERNOON(LocalTime.of(12, 0), LocalTime.of(17, 0)),
    EVENING(LocalTime.of(17, 0), LocalTime.of(21, 0));

    private final LocalTime from;
    private final LocalTime until;

    PartOfDay(LocalTime from, LocalTime until) {
        this.from = from;
        this.until = until;
    }

    /** The part that a time lies in; the first begins at midnight, and the last ends there. */
    public static PartOfDay at(LocalTime time) {
        if (time.isBefore(AFTERNOON.from)) {
            return MORNING;
        }
        return time.isBefore(EVENING.from) ? AFTERNOON : EVENING;
    }

    public LocalTime from() {
        return from;
    }

    public LocalTime until() {
        return until;
    }
}
