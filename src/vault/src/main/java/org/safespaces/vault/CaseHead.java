package org.safespaces.vault;

import java.util.UUID;

/**
 * The tip of a compartment's history: a hash over every item version in order, signed by whoever added the last. A note missing
 * from the end shows by it; its hash belongs into the audit event of each writing.
 *
 * @param part which compartment
 * @param count how many versions were added
 * @param hash over all of them
 * @param signerId who added the last
 * @param signerKeyId with which keys
 * @param signature the signer's
 */
@SuppressWarnings("ArrayRecordComponent")
public record CaseHead(CasePart part, long count, byte[] hash, UUID signerId, UUID signerKeyId, byte[] signature) {
    public CaseHead {
        hash = hash.clone();
        signature = signature.clone();
    }

    @Override
    public byte[] hash() {
        return hash.clone();
    }

    @Override
    public byte[] signature() {
        return signature.clone();
    }

    byte[] payload() {
        return LengthPrefix.of(Labels.HEAD)
                .part(part)
                .i64(count)
                .bytes(hash)
                .id(signerId)
                .id(signerKeyId)
                .done();
    }

    CaseHead signed(byte[] byTheSigner) {
        return new CaseHead(part, count, hash, signerId, signerKeyId, byTheSigner);
    }
}
