package org.safespaces.access;

import jakarta.ejb.ApplicationException;

/** A cover that would begin in the past, end before it begins, or last too long. */
@ApplicationException(rollback = true)
public class DaysDoNotFit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DaysDoNotFit() {
        super("days do not fit");
    }
}
