package org.safespaces.measures;

import jakarta.ejb.ApplicationException;

/** What was to be agreed on about a measure makes no sense, or the measure cannot be asked. */
@ApplicationException(rollback = true)
public class MeasureDoesNotFit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MeasureDoesNotFit() {
        super("this cannot be agreed on");
    }
}
