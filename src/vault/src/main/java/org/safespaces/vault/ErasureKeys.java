package org.safespaces.vault;

/**
 * The keystore, as the vault asks for it; the surroundings implement it over the second database.
 *
 * <p>Each call answers with an object of its own: the vault closes, and so wipes, whatever it is given here.
 */
public interface ErasureKeys {
    /** Takes one unused key from the pool, for good. */
    ErasureKey claim();

    /** The key of this name; {@link VaultException} when it was destroyed or never was. */
    ErasureKey find(EkId id);

    /** Destroys the key of this name; once more does no harm. */
    void destroy(EkId id);
}
