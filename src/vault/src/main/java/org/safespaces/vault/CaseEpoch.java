package org.safespaces.vault;

import java.util.List;
import java.util.UUID;

/**
 * One span of a compartment's life with one secret and one erasure key, signed by whoever began it.
 *
 * @param part which compartment
 * @param epoch counts up from 0
 * @param ekId its erasure key
 * @param previousHash {@link #hash} of the epoch before, 64 zero bytes for epoch 0
 * @param holders who holds the secret by right; kept sorted
 * @param signerId who began it: the opener, later a holder of the epoch before
 * @param signerKeyId with which keys
 * @param signature over all of this
 */
@SuppressWarnings("ArrayRecordComponent")
public record CaseEpoch(
        CasePart part,
        int epoch,
        EkId ekId,
        byte[] previousHash,
        List<UUID> holders,
        UUID signerId,
        UUID signerKeyId,
        byte[] signature) {
    public CaseEpoch {
        previousHash = previousHash.clone();
        holders = Ids.sorted(holders);
        signature = signature.clone();
    }

    @Override
    public byte[] previousHash() {
        return previousHash.clone();
    }

    @Override
    public byte[] signature() {
        return signature.clone();
    }

    /** What the next epoch names as the one before. */
    public byte[] hash() {
        return Bytes.sha512(LengthPrefix.of(Labels.EPOCH_HASH)
                .bytes(payload())
                .bytes(signature)
                .done());
    }

    byte[] payload() {
        LengthPrefix payload = LengthPrefix.of(Labels.EPOCH)
                .part(part)
                .u32(epoch)
                .id(ekId.value())
                .bytes(previousHash);
        holders.forEach(payload::id);
        return payload.id(signerId).id(signerKeyId).done();
    }

    CaseEpoch signed(byte[] byTheSigner) {
        return new CaseEpoch(part, epoch, ekId, previousHash, holders, signerId, signerKeyId, byTheSigner);
    }
}
