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

    /** A secret sealed to somebody, not signed yet. */
    static Grant sealed(
            CasePart part,
            int epoch,
            Addressee to,
            GrantPurpose purpose,
            long notAfter,
            byte[] secret,
            Addressee from) {
        byte[] info = SealInfo.grant(part, epoch, to.id(), to.keyId(), purpose, notAfter);
        Hpke.Sealed seal = Hpke.seal(to.boxKey(), info, secret);
        return new Grant(
                part,
                epoch,
                to.id(),
                to.keyId(),
                purpose,
                notAfter,
                seal.encapsulation(),
                seal.ciphertext(),
                from.id(),
                from.keyId(),
                Bytes.NONE);
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

    /**
     * Vouched for by whoever holds the secret, in place of a signature: a return code has no key to sign with. Whoever knows the
     * secret as well can check it; nobody else can make it.
     *
     * @param secret the case secret inside
     */
    Grant passedOn(byte[] secret) {
        return signed(proof(secret));
    }

    /** Whether it was passed on by somebody who held this very secret. */
    boolean isPassedOn(byte[] secret) {
        return Bytes.same(proof(secret), signature);
    }

    private byte[] proof(byte[] secret) {
        byte[] key = KeyDerivation.labelled(secret, Labels.CODE_PASSED_ON);
        try {
            return KeyDerivation.hmac("HmacSHA512", key, payload());
        } finally {
            Bytes.wipe(key);
        }
    }

    /** From one return code to the next: nobody's signature is on it. */
    boolean isBetweenCodes() {
        return purpose == GrantPurpose.CLIENT_CODE
                && notAfterEpochSecond == NO_END
                && grantorId.equals(grantorKeyId)
                && recipientId.equals(recipientKeyId);
    }

    boolean isFor(UUID person, UUID key) {
        return recipientId.equals(person) && recipientKeyId.equals(key);
    }

    boolean runsAt(long epochSecond) {
        return notAfterEpochSecond == NO_END || epochSecond <= notAfterEpochSecond;
    }
}
