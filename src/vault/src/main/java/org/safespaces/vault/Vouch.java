package org.safespaces.vault;

import java.util.Arrays;
import java.util.UUID;

/**
 * "I compared these keys with her": one vouched person's signature under another's entry.
 *
 * @param entryHash {@link DirectoryEntry#hash}
 * @param voucherId who vouches
 * @param voucherKeyId with which keys
 * @param signature of the voucher
 */
@SuppressWarnings("ArrayRecordComponent")
public record Vouch(byte[] entryHash, UUID voucherId, UUID voucherKeyId, byte[] signature) {
    public Vouch {
        entryHash = entryHash.clone();
        signature = signature.clone();
    }

    @Override
    public byte[] entryHash() {
        return entryHash.clone();
    }

    @Override
    public byte[] signature() {
        return signature.clone();
    }

    /** Whether nothing in it differs, its signature included. */
    boolean isLike(Vouch other) {
        return voucherId.equals(other.voucherId)
                && voucherKeyId.equals(other.voucherKeyId)
                && Arrays.equals(entryHash, other.entryHash)
                && Arrays.equals(signature, other.signature);
    }

    static byte[] payload(byte[] entryHash, UUID voucherId, UUID voucherKeyId) {
        return LengthPrefix.of(Labels.VOUCH)
                .bytes(entryHash)
                .id(voucherId)
                .id(voucherKeyId)
                .done();
    }

    byte[] payload() {
        return payload(entryHash, voucherId, voucherKeyId);
    }
}
