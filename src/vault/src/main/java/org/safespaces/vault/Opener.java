package org.safespaces.vault;

import java.util.UUID;

/**
 * Whoever opens what was sealed to her: a person, or a return code.
 *
 * @param id person or code
 * @param keyId with which keys
 * @param box the key pair, owned by whoever made it
 */
record Opener(UUID id, UUID keyId, Hpke.Pair box) {
    @Override
    public String toString() {
        return "Opener[" + id + "]";
    }
}
