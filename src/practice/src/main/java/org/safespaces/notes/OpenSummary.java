package org.safespaces.notes;

import org.safespaces.access.Confidential;

/**
 * A summary for whoever takes a case over, opened.
 *
 * @param whole whether the record it stands in matches its seal
 */
public record OpenSummary(String said, SummaryStanding standing, boolean whole) implements Confidential {
    @Override
    public String toString() {
        return "OpenSummary[redacted]";
    }
}
