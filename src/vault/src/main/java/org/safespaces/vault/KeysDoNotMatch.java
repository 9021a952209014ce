package org.safespaces.vault;

/**
 * The vault opened, and its public keys are not those the directory shows: somebody swapped a key. A hard stop and an alert, not a
 * mistyped phrase; only a person who did open the vault ever sees it.
 */
public final class KeysDoNotMatch extends VaultException {
    private static final long serialVersionUID = 1L;

    KeysDoNotMatch() {}
}
