package org.safespaces.vault;

import java.util.UUID;

/**
 * The key of one half of an enquiry, sealed to one recipient.
 *
 * @param compartment clinical or identity
 * @param recipientId a person, or a return code
 * @param recipientKeyId with which keys; for a code its id again
 * @param encapsulation HPKE, 32 bytes
 * @param ciphertext HPKE, 48 bytes
 * @param proof that whoever sealed this to a code knew what is inside; empty for a person, who needs none: 64 bytes, or none
 */
@SuppressWarnings("ArrayRecordComponent")
public record IntakeWrap(
        Compartment compartment,
        UUID recipientId,
        UUID recipientKeyId,
        byte[] encapsulation,
        byte[] ciphertext,
        byte[] proof) {
    public IntakeWrap {
        encapsulation = encapsulation.clone();
        ciphertext = ciphertext.clone();
        proof = proof.clone();
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
    public byte[] proof() {
        return proof.clone();
    }

    boolean isFor(Compartment half, UUID recipient, UUID key) {
        return compartment == half && recipientId.equals(recipient) && recipientKeyId.equals(key);
    }
}
