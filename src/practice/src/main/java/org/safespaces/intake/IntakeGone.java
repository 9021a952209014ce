package org.safespaces.intake;

import jakarta.ejb.ApplicationException;

/** A colleague was quicker, or the person has taken it back: there is nothing to open any more. */
@ApplicationException(rollback = true)
public class IntakeGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IntakeGone() {
        super("gone");
    }
}
