package org.safespaces.access;

import java.time.LocalDate;

/** That a record is kept longer, and why. */
public record RetentionSnooze(LocalDate until, Reason reason) {
    /** A fixed list: no words of a client's stand beside it. */
    public enum Reason {
        CAME_AS_MINOR,
        MAY_COME_BACK,
        STILL_NEEDED
    }
}
