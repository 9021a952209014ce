package org.safespaces.notes;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.access.Confidential;
import org.safespaces.people.TherapistId;

/**
 * A goal as it stands, opened.
 *
 * @param version the newest
 * @param day when that was written
 * @param goal empty where it does not open
 */
public record OpenGoal(UUID id, int version, LocalDate day, TherapistId author, Optional<Goal> goal)
        implements Confidential {
    @Override
    public String toString() {
        return "OpenGoal[redacted]";
    }
}
