package org.safespaces.scheduling;

import java.time.Instant;
import java.util.UUID;
import org.safespaces.people.CaseId;
import org.safespaces.people.TherapistId;

/**
 * Something has become of an appointment. Fired within the transaction of the act: whoever hears of it writes with it, or not at all.
 *
 * @param start when it begins; after a move, the new time
 */
public record AppointmentChanged(
        UUID appointment, CaseId client, TherapistId therapist, Kind kind, Instant start, By by) {
    /** What has become of it. */
    public enum Kind {
        /** A time that was kept for a moment is free again. */
        HELD_ENDED,
        REQUESTED,
        APPROVED,
        /** Asked for, and the therapist said no or nothing. */
        DECLINED,
        BOOKED,
        MOVED,
        CANCELLED,
        /** Given back because it is not safe for the client to come. Whoever tells her of it says the same as of any other. */
        CANCELLED_UNSAFE,
        ATTENDED,
        MISSED
    }

    /** Whose doing it was. */
    public enum By {
        CLIENT,
        THERAPIST,
        SERVER
    }
}
