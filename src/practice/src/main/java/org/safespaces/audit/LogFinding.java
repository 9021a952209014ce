package org.safespaces.audit;

import java.time.Instant;

/**
 * Something about the log that is not as it should be, as its signer told.
 *
 * @param place from which place in the tree on, counted from 0
 */
public record LogFinding(Instant at, Kind kind, long place) {
    /** What can be wrong. */
    public enum Kind {
        /** A line is not what was put into the tree, or is gone. */
        LINE_CHANGED,
        /** The tree does not go on from what was signed. */
        TREE_CHANGED,
        /** There is less than was signed. */
        TREE_SHORTER
    }
}
