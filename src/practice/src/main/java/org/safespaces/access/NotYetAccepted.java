package org.safespaces.access;

import jakarta.ejb.ApplicationException;

/** The code is right, but its enquiry has not become a case yet. */
@ApplicationException(rollback = false)
public class NotYetAccepted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotYetAccepted() {
        super("not yet accepted");
    }
}
