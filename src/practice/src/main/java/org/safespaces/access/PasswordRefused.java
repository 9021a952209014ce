package org.safespaces.access;

import jakarta.ejb.ApplicationException;

/** The identity server does not take that password, most likely because others guess it first. */
@ApplicationException(rollback = true)
public class PasswordRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PasswordRefused() {
        super("password refused");
    }
}
