package org.safespaces.keys;

import jakarta.ejb.ApplicationException;

/** The vault is locked: whoever asked must unlock it first. */
@ApplicationException(rollback = true)
public class VaultLocked extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public VaultLocked() {
        super("vault locked");
    }
}
