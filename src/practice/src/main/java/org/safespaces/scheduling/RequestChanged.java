package org.safespaces.scheduling;

import jakarta.ejb.ApplicationException;

/** The same key came with something else to book. Nothing was booked. */
@ApplicationException(rollback = true)
public class RequestChanged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RequestChanged() {
        super("request changed");
    }
}
