package org.safespaces.vault;

import java.util.UUID;

/**
 * One addition to a compartment's history. Of an item that was erased this is what stays, so that the head still verifies.
 *
 * @param itemId the item
 * @param version its version
 * @param textHash SHA-512 of its envelope
 */
@SuppressWarnings("ArrayRecordComponent")
public record HeadStep(UUID itemId, int version, byte[] textHash) {
    public HeadStep {
        textHash = textHash.clone();
    }

    /** The step that adds this item. */
    public static HeadStep of(ItemAddress at, SealedItem added) {
        return new HeadStep(at.itemId(), at.version(), added.text().hash());
    }

    @Override
    public byte[] textHash() {
        return textHash.clone();
    }

    byte[] after(byte[] before) {
        return Bytes.sha512(LengthPrefix.of(Labels.HEAD_HASH)
                .bytes(before)
                .id(itemId)
                .u32(version)
                .bytes(textHash)
                .done());
    }
}
