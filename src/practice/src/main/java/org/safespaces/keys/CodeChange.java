package org.safespaces.keys;

import java.time.LocalDate;
import java.util.Optional;
import org.safespaces.people.TherapistId;

/**
 * That the code by which a client comes back has changed, as she is told it.
 *
 * @param by who gave the new one; empty when she changed it herself, and when it ended
 */
public record CodeChange(Kind kind, LocalDate on, Optional<TherapistId> by) {
    /** What has changed. */
    public enum Kind {
        /** Her therapist gave her a new one. */
        GIVEN,
        /** Whoever had the one before put another in its place. */
        CHANGED,
        /** It was not used for too long. */
        ENDED
    }
}
