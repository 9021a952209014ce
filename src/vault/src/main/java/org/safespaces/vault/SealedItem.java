package org.safespaces.vault;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;

/**
 * One version of one item as it is stored: sealed, signed, chained to the version before.
 *
 * @param text the text's envelope
 * @param dekId the name of its own key
 * @param wrappedDek that key, under the case key
 * @param epoch the epoch of that case key; rotation changes this and the wrapped key, nothing else
 * @param authorId who wrote it
 * @param authorKeyId and signed with which keys
 * @param day when, to the day
 * @param previousHash {@link #versionHash} of the version before
 * @param signature the author's
 */
@SuppressWarnings("ArrayRecordComponent")
public record SealedItem(
        SealedText text,
        UUID dekId,
        SealedText wrappedDek,
        int epoch,
        UUID authorId,
        UUID authorKeyId,
        LocalDate day,
        byte[] previousHash,
        byte[] signature) {
    static final int HASH = 64;

    /** The previous hash of a first version: 64 zero bytes. */
    // Kept an array for callers' sake; the vault itself compares with zeros of its own.
    @SuppressWarnings("MutablePublicArray")
    public static final byte[] NO_PREVIOUS = new byte[HASH];

    public SealedItem {
        previousHash = previousHash.clone();
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

    /** What the next version names as the one before. */
    public byte[] versionHash(ItemAddress at) {
        return Bytes.sha512(LengthPrefix.of(Labels.NOTE_VERSION)
                .bytes(AssociatedData.note(at, authorId, dekId))
                .bytes(text.hash())
                .bytes(signature)
                .done());
    }

    /** Whether this version names exactly that one as the one before. */
    public boolean follows(SealedItem before, ItemAddress beforeAt) {
        return Bytes.same(previousHash, before.versionHash(beforeAt));
    }

    byte[] payload(ItemAddress at) {
        return LengthPrefix.of(Labels.NOTE_SIGNATURE)
                .bytes(AssociatedData.note(at, authorId, dekId))
                .bytes(text.hash())
                .bytes(previousHash)
                .u32(day.toEpochDay())
                .id(authorKeyId)
                .done();
    }

    /** A first version has nothing before it, every other has. */
    static boolean chains(ItemAddress at, byte[] previousHash) {
        boolean first = Arrays.equals(previousHash, new byte[HASH]);
        return previousHash.length == HASH && first == (at.version() == 1);
    }

    SealedItem signed(byte[] byTheAuthor) {
        return new SealedItem(text, dekId, wrappedDek, epoch, authorId, authorKeyId, day, previousHash, byTheAuthor);
    }

    SealedItem rewrapped(SealedText newlyWrapped, int newEpoch) {
        return new SealedItem(text, dekId, newlyWrapped, newEpoch, authorId, authorKeyId, day, previousHash, signature);
    }
}
