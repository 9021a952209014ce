package org.safespaces.notes;

/** How a version of a note stands. Neither can be changed; what differs is what it takes to write the next. */
public enum NoteStanding {
    /** Signed: the next version may follow without a word. */
    SIGNED,
    /** Signed and locked: who writes the next version says why. */
    LOCKED
}
