package org.safespaces.access;

import jakarta.ejb.ApplicationException;

/** Nobody would be left who can give a role. */
@ApplicationException(rollback = true)
public class LastAdmin extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LastAdmin() {
        super("last admin");
    }
}
