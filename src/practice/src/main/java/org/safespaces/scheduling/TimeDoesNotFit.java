package org.safespaces.scheduling;

import jakarta.ejb.ApplicationException;

/** That time cannot be kept, or lies outside of the hours and was not meant to. Nothing has changed. */
@ApplicationException(rollback = true)
public class TimeDoesNotFit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final PlannedTime.Kind kind;

    TimeDoesNotFit(PlannedTime.Kind kind) {
        super("it is " + kind);
        this.kind = kind;
    }

    /** What is in the way. */
    public PlannedTime.Kind kind() {
        return kind;
    }
}
