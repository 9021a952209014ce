package org.safespaces.scheduling;

import jakarta.ejb.ApplicationException;

/** Somebody else has changed this kind of session meanwhile. Nothing has changed now. */
@ApplicationException(rollback = true)
public class TermsChanged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TermsChanged() {
        super("terms changed");
    }
}
