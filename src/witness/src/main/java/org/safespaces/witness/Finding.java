package org.safespaces.witness;

/** What can be wrong with a log. */
enum Finding {
    /** A line is not what was put into the tree, or is gone. */
    LINE_CHANGED,
    /** The tree does not go on from what was signed. */
    TREE_CHANGED,
    /** There is less than was signed. */
    TREE_SHORTER
}
