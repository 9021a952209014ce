package org.safespaces.access;

import jakarta.ejb.ApplicationException;

/** This was decided, withdrawn or asked for already, perhaps by somebody else a moment ago. */
@ApplicationException(rollback = true)
public class AlreadyDecided extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AlreadyDecided() {
        super("already decided");
    }
}
