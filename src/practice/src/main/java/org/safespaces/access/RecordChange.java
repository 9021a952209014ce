package org.safespaces.access;

import java.time.LocalDate;

/**
 * One change of who can open a client's record, or of the code she comes back with, as she is told it.
 *
 * @param on the day it came about
 * @param first of a cover: its first day
 * @param last of a cover: its last day
 */
public record RecordChange(Kind kind, LocalDate on, String from, String to, LocalDate first, LocalDate last) {
    /** What has changed; of one day's changes in the order in which they can have come about. */
    public enum Kind {
        /** {@code to} became her therapist. */
        OPENED,
        /** {@code to} gave her a new code. */
        CODE_GIVEN,
        /** Whoever had her code put another in its place. */
        CODE_CHANGED,
        /** Her code was not used for too long. */
        CODE_ENDED,
        /** {@code to} stands in for {@code from}. */
        COVER_GIVEN,
        /** {@code from} has asked {@code to} to take over, and has given her a key for it. */
        OFFERED,
        /** {@code to} did not take over; her key ends. */
        NOT_TAKEN_OVER,
        /** {@code to} does not stand in any more. */
        COVER_ENDED,
        /** {@code to} is her therapist in place of {@code from}. */
        HANDED_OVER
    }
}
