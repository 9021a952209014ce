package org.safespaces.access;

import jakarta.ejb.ApplicationException;

/** Somebody signs in under that name already. */
@ApplicationException(rollback = true)
public class NameTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NameTaken() {
        super("name taken");
    }
}
