package org.safespaces.notes;

import java.time.LocalDate;

/**
 * That somebody opened a part of a client's record on a day, as she is told it.
 *
 * @param by the name that person shows
 */
public record Opened(LocalDate on, String by, Part part) {
    /** Which part. */
    public enum Part {
        /** Notes, what was sent in, plans, forms, reports and the log of what happened. */
        RECORD,
        MESSAGES,
        /** Who she is, and how she may be reached. */
        CONTACT,
        /** Her answers before a session. */
        CHECK,
        /** Found by a search through all records of the therapist's. */
        SEARCH
    }
}
