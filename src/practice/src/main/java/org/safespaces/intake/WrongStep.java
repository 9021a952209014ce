package org.safespaces.intake;

import jakarta.ejb.ApplicationException;

/** An enquiry that stands where this one does cannot become that: {@link IntakeStatus#next}. */
@ApplicationException(rollback = true)
public class WrongStep extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongStep() {
        super("not from there");
    }
}
