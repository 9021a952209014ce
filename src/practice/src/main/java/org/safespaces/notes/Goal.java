package org.safespaces.notes;

import org.safespaces.access.Confidential;

/**
 * Something the client hopes for.
 *
 * @param hope in her words
 * @param sign by what she would notice it
 * @param progress how far it has come
 * @param now what there is to say about that; may be empty
 */
public record Goal(String hope, String sign, Progress progress, String now) implements Confidential {
    /** The most characters of any of its texts. */
    public static final int LONGEST = 1_000;

    /** How far something hoped for has come, in words that grade nobody. */
    public enum Progress {
        NOT_YET,
        MOVING,
        DONE,
        SET_ASIDE
    }

    @Override
    public String toString() {
        return "Goal[redacted]";
    }
}
