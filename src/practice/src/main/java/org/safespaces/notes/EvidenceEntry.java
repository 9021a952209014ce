package org.safespaces.notes;

import org.safespaces.access.Confidential;

/** One version of a line of an evidence log, opened for whoever holds the case. */
public record EvidenceEntry(NoteSummary summary, EvidenceTerms terms) implements Confidential {
    @Override
    public String toString() {
        return "EvidenceEntry[redacted]";
    }
}
