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
 */
@SuppressWarnings("ArrayRecordComponent")
public record IntakeWrap(
        Compartment compartment, UUID recipientId, UUID recipientKeyId, byte[] encapsulation, byte[] ciphertext) {
    public IntakeWrap {
        encapsulation = encapsulation.clone();
        ciphertext = ciphertext.clone();
    }

    @Override
    public byte[] encapsulation() {
        return encapsulation.clone();
    }

    @Override
    public byte[] ciphertext() {
        return ciphertext.clone();
    }

    boolean isFor(Compartment half, UUID recipient, UUID key) {
        return compartment == half && recipientId.equals(recipient) && recipientKeyId.equals(key);
    }
}
