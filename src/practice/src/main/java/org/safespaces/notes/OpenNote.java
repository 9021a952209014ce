package org.safespaces.notes;

import org.safespaces.access.Confidential;

/** A note, opened for whoever holds its case. */
public record OpenNote(NoteSummary summary, String said) implements Confidential {
    @Override
    public String toString() {
        return "OpenNote[redacted]";
    }
}
