package org.safespaces.notes;

import org.safespaces.access.Confidential;

/** A draft, opened for its author. */
public record OpenDraft(DraftText text, KeptDraft kept) implements Confidential {
    @Override
    public String toString() {
        return "OpenDraft[redacted]";
    }
}
