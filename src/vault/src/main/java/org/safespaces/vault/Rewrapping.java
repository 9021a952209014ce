package org.safespaces.vault;

/** Moves the keys of one compartment's items to its newest epoch, which was verified when this was asked for. */
@FunctionalInterface
public interface Rewrapping {
    /**
     * The same key under the newest epoch; one that lies there already comes back as good as it was.
     *
     * @throws VaultException for what does not open at this address
     */
    WrappedKey move(WrappedKey key, ItemAddress at);
}
