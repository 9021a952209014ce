package org.safespaces.keys;

import jakarta.ejb.ApplicationException;

/** She has a vault already. Another one is made only by starting anew, which says what that costs. */
@ApplicationException(rollback = true)
public class VaultThere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    VaultThere() {
        super("there is a vault");
    }
}
