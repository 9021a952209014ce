package org.safespaces.scheduling;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.access.Confidential;
import org.safespaces.people.CaseId;
import org.safespaces.people.TherapistSummary;

/**
 * Where two people meet at the time of an appointment, as one of them is told.
 *
 * @param appointment which
 * @param caseId empty once the client's record has been erased
 * @param designation empty with it, and for the client
 * @param check under which id the answers about safety of this session stand in the client's record; empty with it
 * @param reader where times are read: the client's own zone for her, if she has chosen one, else the therapist's
 * @param door when the room can be entered
 * @param link where it is; only while it is open, and nowhere else
 */
public record Room(
        UUID appointment,
        Optional<CaseId> caseId,
        Optional<String> designation,
        Optional<UUID> check,
        TherapistSummary therapist,
        ZoneId reader,
        Instant start,
        Instant end,
        Mode mode,
        Door door,
        Instant opens,
        Instant closes,
        Optional<String> link)
        implements Confidential {
    /** How the room stands. */
    public enum Door {
        /** The session is not confirmed, or not any more: there is no room. */
        NONE,
        NOT_YET,
        OPEN,
        OVER
    }

    @Override
    public String toString() {
        return "Room[redacted]";
    }
}
