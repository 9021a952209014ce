package org.safespaces.access;

import jakarta.ejb.ApplicationException;

/** The case is offered to somebody already: one at a time. */
@ApplicationException(rollback = true)
public class AlreadyOffered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AlreadyOffered() {
        super("already offered");
    }
}
