package org.safespaces.scheduling;

import jakarta.ejb.ApplicationException;

/** The session has begun; it can no longer be cancelled. */
@ApplicationException(rollback = true)
public class AlreadyBegun extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AlreadyBegun() {
        super("already begun");
    }
}
