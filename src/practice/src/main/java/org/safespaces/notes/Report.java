package org.safespaces.notes;

import org.safespaces.access.Confidential;

/** A report that was made somewhere, opened for whoever holds the case. */
public record Report(NoteSummary summary, ReportTerms terms) implements Confidential {
    @Override
    public String toString() {
        return "Report[redacted]";
    }
}
