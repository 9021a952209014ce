package org.safespaces.access;

import jakarta.ejb.ApplicationException;

/** The identity server did not answer, or refused; nothing was changed. */
@ApplicationException(rollback = true)
public class AccountsUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AccountsUnavailable() {
        super("accounts unavailable");
    }
}
