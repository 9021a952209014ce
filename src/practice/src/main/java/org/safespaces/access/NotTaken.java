package org.safespaces.access;

import jakarta.ejb.ApplicationException;

/** The identity server answered that it does not take what it was told. */
@ApplicationException(rollback = true)
class NotTaken extends AccountsUnavailable {
    private static final long serialVersionUID = 1L;
}
