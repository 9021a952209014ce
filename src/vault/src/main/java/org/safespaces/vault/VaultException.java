package org.safespaces.vault;

/**
 * Does not open, does not verify, may not be opened. Always the same words and never a cause: why something failed is what an
 * attacker who tries things would like to be told.
 */
public class VaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Public so that the surroundings' {@link ErasureKeys} and {@link Grants} can refuse in the same words. */
    public VaultException() {
        super("cannot open");
    }
}
