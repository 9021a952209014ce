package org.safespaces.scheduling;

import java.time.LocalDate;
import java.util.List;

/** One day of the reader's calendar: the times free on it, earliest first, or why there can be none. */
public record FreeDay(LocalDate date, Kind kind, List<Slot> times) {
    /** What a day is, for whoever wants to book. An open day may have no free time left. */
    public enum Kind {
        PAST,
        TOO_SOON,
        CLOSED,
        TOO_FAR,
        OPEN
    }
}
