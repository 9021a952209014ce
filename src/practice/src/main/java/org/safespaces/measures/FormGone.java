package org.safespaces.measures;

import jakarta.ejb.ApplicationException;

/** A form is asked for no more: it has come back, its time is over, or it was never this client's. */
@ApplicationException(rollback = true)
public class FormGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FormGone() {
        super("this form is not open");
    }
}
