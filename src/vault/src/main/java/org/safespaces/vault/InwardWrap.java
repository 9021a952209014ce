package org.safespaces.vault;

import java.util.UUID;

/**
 * The key of something a client sent in, sealed to one holder.
 *
 * @param recipientId the holder
 * @param recipientKeyId with which keys
 * @param encapsulation HPKE, 32 bytes
 * @param ciphertext HPKE, 48 bytes
 */
@SuppressWarnings("ArrayRecordComponent")
public record InwardWrap(UUID recipientId, UUID recipientKeyId, byte[] encapsulation, byte[] ciphertext) {
    public InwardWrap {
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
}
