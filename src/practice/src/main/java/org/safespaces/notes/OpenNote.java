package org.safespaces.notes;

import java.util.Optional;
import java.util.UUID;
import org.safespaces.access.Confidential;
import org.safespaces.people.TherapistId;

/**
 * An item, opened for whoever holds its case.
 *
 * @param said what it says
 * @param appointment the appointment a note is about, if it is about one
 * @param by who wrote it, where that is not who signed it: a note for colleagues is signed by who accepted the enquiry
 * @param whole whether the record it stands in matches its seal: else something is missing, or was put back to an earlier state
 */
public record OpenNote(
        NoteSummary summary, String said, Optional<UUID> appointment, Optional<TherapistId> by, boolean whole)
        implements Confidential {
    @Override
    public String toString() {
        return "OpenNote[redacted]";
    }
}
