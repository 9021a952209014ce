package org.safespaces.vault;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Seals an enquiry in the request that receives it. Needs nobody's vault and can open nothing.
 *
 * <p>Guarantee: only those on the verified list, and the sender's own return code, can open it, and only while the erasure key
 * lives; stored, every enquiry has one size. Limit: the running server sees the text while it passes. Failure: {@link TextTooLong},
 * or {@link VaultException}; then nothing was accepted. Source: vault.md 6.6.
 */
public final class PublicSeal {
    private PublicSeal() {}

    /**
     * Seals both halves to every recipient.
     *
     * @param ek fresh from the pool, for this enquiry alone; the caller closes it
     * @param codeOrNull her return code, which opens the clinical half only
     */
    public static SealedIntake seal(
            UUID tenantId, UUID intakeId, IntakeText text, RecipientList to, ErasureKey ek, CodeKeys codeOrNull) {
        if (!to.tenantId().equals(tenantId) || (codeOrNull != null && !codeOrNull.isSound())) {
            throw new VaultException();
        }
        List<IntakeWrap> wraps = new ArrayList<>();
        SealedText clinical =
                half(new Half(tenantId, intakeId, Compartment.CLINICAL, to), text.clinical(), ek, codeOrNull, wraps);
        SealedText identity =
                half(new Half(tenantId, intakeId, Compartment.IDENTITY, to), text.identity(), ek, null, wraps);
        return new SealedIntake(tenantId, intakeId, to.version(), ek.id(), clinical, identity, wraps);
    }

    private static SealedText half(
            Half half, ClearText text, ErasureKey ek, CodeKeys codeOrNull, List<IntakeWrap> wraps) {
        byte[] secret = Bytes.random(Hpke.SECRET);
        byte[] key = KeyDerivation.intakeKey(secret, ek, half.tenantId, half.intakeId, half.compartment);
        try {
            for (VouchedKeys each : half.to.recipients()) {
                wraps.add(half.wrap(
                        each.personId(), each.keys().keyId(), each.keys().boxKey(), secret));
            }
            if (codeOrNull != null) {
                wraps.add(half.wrap(codeOrNull.codeId(), codeOrNull.codeId(), codeOrNull.boxKey(), secret));
            }
            byte[] place = AssociatedData.intake(half.tenantId, half.intakeId, half.compartment, half.to.version());
            return Envelope.sealText(key, place, text, IntakeSeal.sizeOf(half.compartment));
        } finally {
            Bytes.wipe(secret, key);
        }
    }

    private record Half(UUID tenantId, UUID intakeId, Compartment compartment, RecipientList to) {
        IntakeWrap wrap(UUID recipientId, UUID recipientKeyId, byte[] boxKey, byte[] secret) {
            byte[] info = SealInfo.intake(tenantId, intakeId, compartment, to.version(), recipientId, recipientKeyId);
            Hpke.Sealed seal = Hpke.seal(boxKey, info, secret);
            return new IntakeWrap(compartment, recipientId, recipientKeyId, seal.encapsulation(), seal.ciphertext());
        }
    }
}
