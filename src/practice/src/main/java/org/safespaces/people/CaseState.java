package org.safespaces.people;

/** Where a case stands. */
public enum CaseState {
    ACTIVE,
    PAUSED,
    ENDED,
    /** Being erased: nobody's any more, and not gone yet. */
    ERASING
}
