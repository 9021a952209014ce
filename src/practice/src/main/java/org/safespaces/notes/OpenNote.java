package org.safespaces.notes;

import java.util.Optional;
import java.util.UUID;
import org.safespaces.access.Confidential;

/**
 * An item, opened for whoever holds its case.
 *
 * @param said what it says
 * @param appointment the appointment a note is about, if it is about one
 */
public record OpenNote(NoteSummary summary, String said, Optional<UUID> appointment) implements Confidential {
    @Override
    public String toString() {
        return "OpenNote[redacted]";
    }
}
