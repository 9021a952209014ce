package org.safespaces.notes;

import org.safespaces.access.Confidential;

/**
 * A staying-safe plan, opened for whoever holds its case.
 *
 * @param whole whether the record it stands in matches its seal
 */
public record OpenPlan(StayingSafe plan, NoteSummary summary, boolean whole) implements Confidential {
    @Override
    public String toString() {
        return "OpenPlan[redacted]";
    }
}
