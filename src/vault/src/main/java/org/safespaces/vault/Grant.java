package org.safespaces.vault;

import java.util.UUID;

/**
 * A case secret, sealed to one recipient and signed by whoever gave it.
 *
 * @param part which compartment
 * @param epoch which epoch's secret
 * @param recipientId a person, or a return code
 * @param recipientKeyId with which keys; for a code its id again
 * @param purpose why
 * @param notAfterEpochSecond until when, 0 for no end
 * @param encapsulation HPKE, 32 bytes
 * @param ciphertext HPKE, 48 bytes
 * @param grantorId who gave it
 * @param grantorKeyId with which keys
 * @param signature the grantor's
 */
@SuppressWarnings("ArrayRecordComponent")
public record Grant(
        CasePart part,
        int epoch,
        UUID recipientId,
        UUID recipientKeyId,
        GrantPurpose purpose,
        long notAfterEpochSecond,
        byte[] encapsulation,
        byte[] ciphertext,
        UUID grantorId,
        UUID grantorKeyId,
        byte[] signature) {
    /** In {@link #notAfterEpochSecond}: ends with the epoch only. */
    public static final long NO_END = 0;

    public Grant {
        encapsulation = encapsulation.clone();
        ciphertext = ciphertext.clone();
        signature = signature.clone();
    }

    @Override
    public byte[] encapsulation() {
        return encapsulation.clone();
    }

    @Override
    public byte[] ciphertext() {
        return ciphertext.clone();
    }

    @Override
    public byte[] signature() {
        return signature.clone();
    }

    byte[] info() {
        return SealInfo.grant(part, epoch, recipientId, recipientKeyId, purpose, notAfterEpochSecond);
    }

    byte[] payload() {
        return LengthPrefix.of(Labels.GRANT_SIGNATURE)
                .bytes(info())
                .bytes(encapsulation)
                .bytes(ciphertext)
                .id(grantorId)
                .id(grantorKeyId)
                .done();
    }

    Grant signed(byte[] byTheGrantor) {
        return new Grant(
                part,
                epoch,
                recipientId,
                recipientKeyId,
                purpose,
                notAfterEpochSecond,
                encapsulation,
                ciphertext,
                grantorId,
                grantorKeyId,
                byTheGrantor);
    }

    boolean isFor(UUID person, UUID key) {
        return recipientId.equals(person) && recipientKeyId.equals(key);
    }

    boolean runsAt(long epochSecond) {
        return notAfterEpochSecond == NO_END || epochSecond <= notAfterEpochSecond;
    }
}
