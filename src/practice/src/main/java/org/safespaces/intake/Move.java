package org.safespaces.intake;

/** What somebody can do on a page of the form. */
public enum Move {
    GO_ON,
    BACK,
    /** Leaves the questions of this page as they are. */
    SKIP,
    /** Leaves out what a content notice announces. */
    SKIP_PART,
    /** Leaves out what remains of the section. */
    SKIP_SECTION,
    /** Straight to the places that can help. */
    PLACES,
    /** Keeps what was typed, and stays: a switch was pressed. */
    STAY;

    boolean isSkip() {
        return this == SKIP || this == SKIP_PART || this == SKIP_SECTION;
    }
}
