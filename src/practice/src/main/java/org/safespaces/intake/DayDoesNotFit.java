package org.safespaces.intake;

import jakarta.ejb.ApplicationException;
import java.time.LocalDate;

/** A day by which the practice cannot promise to write again. */
@ApplicationException(rollback = true)
public class DayDoesNotFit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final LocalDate latest;

    DayDoesNotFit(LocalDate latest) {
        super("not between tomorrow and the last day it is kept");
        this.latest = latest;
    }

    /** The last day that fits; the first is tomorrow. */
    public LocalDate latest() {
        return latest;
    }
}
