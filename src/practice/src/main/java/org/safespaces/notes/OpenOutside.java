package org.safespaces.notes;

import org.safespaces.access.Confidential;

/** A request from outside, opened. */
public record OpenOutside(NoteSummary summary, OutsideTerms terms) implements Confidential {
    @Override
    public String toString() {
        return "OpenOutside[redacted]";
    }
}
