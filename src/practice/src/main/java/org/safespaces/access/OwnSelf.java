package org.safespaces.access;

import jakarta.ejb.ApplicationException;

/** Nobody shuts herself out. */
@ApplicationException(rollback = true)
public class OwnSelf extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OwnSelf() {
        super("own self");
    }
}
