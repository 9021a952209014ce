package org.safespaces.scheduling;

import jakarta.ejb.ApplicationException;

/** She waits for a time, and has chosen none. */
@ApplicationException(rollback = true)
public class NothingSuits extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
