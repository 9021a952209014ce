package org.safespaces.notes;

import java.time.LocalDate;
import java.util.UUID;
import org.safespaces.access.Confidential;
import org.safespaces.people.TherapistId;

/**
 * A letter as its client opens it.
 *
 * @param id of her copy
 * @param on the day it was finished
 * @param by who wrote it
 */
public record SharedDocument(UUID id, String said, LocalDate on, TherapistId by) implements Confidential {
    @Override
    public String toString() {
        return "SharedDocument[redacted]";
    }
}
