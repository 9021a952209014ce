package org.safespaces.access;

import jakarta.ejb.ApplicationException;

/** The days of waiting are not over yet. */
@ApplicationException(rollback = true)
public class TooEarly extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooEarly() {
        super("too early");
    }
}
