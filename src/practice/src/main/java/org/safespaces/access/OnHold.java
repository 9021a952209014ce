package org.safespaces.access;

import jakarta.ejb.ApplicationException;

/** A hold stands on this record: it may not be erased for the time being. */
@ApplicationException(rollback = true)
public class OnHold extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OnHold() {
        super("on hold");
    }
}
