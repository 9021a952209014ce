package org.safespaces.scheduling;

import jakarta.ejb.ApplicationException;

/** Whether somebody came is known once the session has begun. */
@ApplicationException(rollback = true)
public class NotYetBegun extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotYetBegun() {
        super("not yet begun");
    }
}
