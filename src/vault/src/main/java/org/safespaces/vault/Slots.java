package org.safespaces.vault;

import java.util.UUID;

/** Seals a seed into a slot and opens it again (vault.md 5.2, rows 1 and 2). */
final class Slots {
    private static final SealedText NOTHING = new SealedText(Bytes.NONE);

    private Slots() {}

    /** A fresh slot for a seed; for a recovery code the pepper is not asked. */
    static Slot seal(byte[] seed, UUID tenantId, UUID personId, SlotKind kind, Secret secret, Pepper pepper) {
        Slot blank = blank(kind, pepper);
        byte[] key = key(blank, personId, secret, pepper);
        try {
            SealedText sealed = Envelope.sealKey(key, AssociatedData.slot(tenantId, personId, blank), seed);
            return with(blank, sealed);
        } finally {
            Bytes.wipe(key);
        }
    }

    /** The seed; the caller owns and wipes it. */
    static byte[] open(Slot slot, UUID tenantId, UUID personId, Secret secret, Pepper pepper) {
        byte[] key = key(slot, personId, secret, pepper);
        try {
            return Envelope.openKey(key, AssociatedData.slot(tenantId, personId, slot), slot.sealedSeed(), 32);
        } finally {
            Bytes.wipe(key);
        }
    }

    private static byte[] key(Slot slot, UUID personId, Secret secret, Pepper pepper) {
        return switch (slot.kind()) {
            case PASSPHRASE -> phraseKey(slot, personId, secret, pepper);
            case RECOVERY_CODE -> {
                // Nothing stretches a code, so nothing weaker than a drawn one may take its place.
                RecoveryCode.demandWhole(secret);
                yield KeyDerivation.codeSlotKey(secret.bytes(), personId, slot.slotId());
            }
        };
    }

    private static byte[] phraseKey(Slot slot, UUID personId, Secret secret, Pepper pepper) {
        byte[] stretched =
                KeyStretching.stretch(secret.bytes(), slot.salt(), slot.memoryKiB(), slot.passes(), slot.lanes());
        try {
            return KeyDerivation.phraseSlotKey(stretched, pepper, personId, slot.slotId());
        } finally {
            Bytes.wipe(stretched);
        }
    }

    private static Slot blank(SlotKind kind, Pepper pepper) {
        UUID id = UUID.randomUUID();
        return switch (kind) {
            case PASSPHRASE -> new Slot(
                    id,
                    kind,
                    KeyStretching.MEMORY_KIB,
                    KeyStretching.PASSES,
                    KeyStretching.LANES,
                    Bytes.random(KeyStretching.SALT),
                    pepper.version(),
                    NOTHING);
            case RECOVERY_CODE -> new Slot(id, kind, 0, 0, 0, Bytes.NONE, 0, NOTHING);
        };
    }

    private static Slot with(Slot slot, SealedText seed) {
        return new Slot(
                slot.slotId(),
                slot.kind(),
                slot.memoryKiB(),
                slot.passes(),
                slot.lanes(),
                slot.salt(),
                slot.pepperVersion(),
                seed);
    }
}
