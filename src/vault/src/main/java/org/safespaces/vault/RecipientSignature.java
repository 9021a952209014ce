package org.safespaces.vault;

import java.util.UUID;

/**
 * One person's consent to a list of recipients.
 *
 * @param signerId who signed
 * @param signerKeyId with which keys
 * @param signature over the {@link RecipientListBody}
 */
@SuppressWarnings("ArrayRecordComponent")
public record RecipientSignature(UUID signerId, UUID signerKeyId, byte[] signature) {
    public RecipientSignature {
        signature = signature.clone();
    }

    @Override
    public byte[] signature() {
        return signature.clone();
    }
}
