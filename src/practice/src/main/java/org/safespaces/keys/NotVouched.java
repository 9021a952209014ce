package org.safespaces.keys;

import jakarta.ejb.ApplicationException;

/** Nobody whose word counts has vouched for the keys of whoever acts: her own word does not count either. */
@ApplicationException(rollback = true)
public class NotVouched extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotVouched() {
        super("not vouched for");
    }
}
