package org.safespaces.vault;

import java.util.UUID;

/**
 * One way into a vault, as it is stored: the sealed seed and what the key to it is made with. Every field is bound into the seal.
 *
 * @param slotId random
 * @param kind what opens it
 * @param memoryKiB Argon2id memory; 0 for a recovery code, which needs no stretching
 * @param passes Argon2id passes
 * @param lanes Argon2id lanes
 * @param salt Argon2id salt, 16 bytes; empty for a recovery code
 * @param pepperVersion which pepper; 0 for a recovery code
 * @param sealedSeed the seed's envelope
 */
@SuppressWarnings("ArrayRecordComponent")
public record Slot(
        UUID slotId,
        SlotKind kind,
        int memoryKiB,
        int passes,
        int lanes,
        byte[] salt,
        int pepperVersion,
        SealedText sealedSeed) {
    public Slot {
        salt = salt.clone();
    }

    @Override
    public byte[] salt() {
        return salt.clone();
    }

    @Override
    public String toString() {
        return "Slot[" + slotId + ", " + kind + "]";
    }
}
