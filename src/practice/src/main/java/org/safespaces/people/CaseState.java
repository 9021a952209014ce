package org.safespaces.people;

/** Where a case stands. */
public enum CaseState {
    ACTIVE,
    PAUSED,
    ENDED
}
