package org.safespaces.scheduling;

import jakarta.ejb.ApplicationException;

/** Somebody asks for calendars faster than calendars do. */
@ApplicationException(rollback = true)
public class AskedTooOften extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
