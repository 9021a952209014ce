package org.safespaces.vault;

import java.util.UUID;

/**
 * An unlocked vault between two requests: the seed, sealed under a key that only the browser's cookie carries. May live in the
 * session; deliberately not serialisable, so that a session store never keeps it.
 *
 * @param tenantId the practice
 * @param personId whose vault
 * @param nonce 16 bytes, drawn at unlock
 * @param sealed the seed's envelope
 * @param expected the public keys that have to come out
 */
@SuppressWarnings("ArrayRecordComponent")
public record LockedSeed(UUID tenantId, UUID personId, byte[] nonce, SealedText sealed, PublicKeys expected) {
    public LockedSeed {
        nonce = nonce.clone();
    }

    @Override
    public byte[] nonce() {
        return nonce.clone();
    }

    @Override
    public String toString() {
        return "LockedSeed[" + personId + "]";
    }
}
