package org.safespaces.notes;

import jakarta.ejb.ApplicationException;

/** A client has written as often today as can be read; tomorrow she can go on. */
@ApplicationException(rollback = true)
public class TooManyToday extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyToday() {
        super("too many today");
    }
}
