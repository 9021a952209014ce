package org.safespaces.vault;

import java.util.UUID;

/** What each HPKE seal is bound to (vault.md 5.4). The suite number stands in every one, so that a later suite cannot be confused with this. */
final class SealInfo {
    /** DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20-Poly1305; 2 is reserved for X-Wing. */
    private static final int SUITE = 1;

    private SealInfo() {}

    static byte[] grant(
            CasePart part, int epoch, UUID recipientId, UUID recipientKeyId, GrantPurpose purpose, long notAfter) {
        return LengthPrefix.of(Labels.GRANT)
                .u16(SUITE)
                .part(part)
                .u32(epoch)
                .id(recipientId)
                .id(recipientKeyId)
                .u8(purpose.code())
                .i64(notAfter)
                .done();
    }

    static byte[] intake(
            UUID tenantId,
            UUID intakeId,
            Compartment compartment,
            int listVersion,
            UUID recipientId,
            UUID recipientKeyId) {
        return LengthPrefix.of(Labels.INTAKE_WRAP)
                .u16(SUITE)
                .id(tenantId)
                .id(intakeId)
                .u8(compartment.code())
                .u32(listVersion)
                .id(recipientId)
                .id(recipientKeyId)
                .done();
    }

    static byte[] inward(CasePart part, UUID itemId, UUID recipientId, UUID recipientKeyId) {
        return LengthPrefix.of(Labels.INWARD_WRAP)
                .u16(SUITE)
                .part(part)
                .id(itemId)
                .id(recipientId)
                .id(recipientKeyId)
                .done();
    }
}
