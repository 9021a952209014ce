package org.safespaces.access;

import jakarta.ejb.ApplicationException;

/** Not the caller's to see. Pages answer it exactly as if there were nothing. */
@ApplicationException(rollback = true)
public class NotYours extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotYours() {
        super("not found");
    }
}
