package org.safespaces.notes;

import java.time.LocalDate;
import java.util.Optional;
import org.safespaces.access.Confidential;

/**
 * A letter to a client, opened for whoever holds her case.
 *
 * @param summary of its newest version
 * @param finished on which day; empty while it is a draft
 * @param sharedOn when its client was given it; empty when she was not
 * @param whole whether the record it stands in matches its seal
 */
public record OpenDocument(
        NoteSummary summary, String said, Optional<LocalDate> finished, Optional<LocalDate> sharedOn, boolean whole)
        implements Confidential {
    @Override
    public String toString() {
        return "OpenDocument[redacted]";
    }
}
