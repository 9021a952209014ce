package org.safespaces.notes;

import org.safespaces.access.Confidential;

/**
 * A part of a note.
 *
 * @param heading as the template had it when the note was written; empty where it has none
 * @param said what stands under it
 */
public record NotePart(String heading, String said) implements Confidential {
    /** A part without a heading. */
    public static NotePart plain(String said) {
        return new NotePart("", said);
    }

    @Override
    public String toString() {
        return "NotePart[redacted]";
    }
}
