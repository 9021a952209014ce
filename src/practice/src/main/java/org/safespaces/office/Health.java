package org.safespaces.office;

import java.util.List;

/**
 * How a part was found.
 *
 * @param figures what was counted or read, in the order in which the part's words say it
 */
public record Health(Part part, State state, List<String> figures) {
    /** How it is. */
    public enum State {
        FINE,
        /** It works, and somebody should look. */
        LOOK,
        /** It does not answer. */
        AWAY
    }

    static Health fine(Part part, String... figures) {
        return new Health(part, State.FINE, List.of(figures));
    }

    static Health away(Part part) {
        return new Health(part, State.AWAY, List.of());
    }
}
