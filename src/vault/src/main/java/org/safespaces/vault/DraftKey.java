package org.safespaces.vault;

import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;

/**
 * The part of a return code that opens an unfinished form and nothing else, so that a form can be saved page by page without
 * stretching the code each time.
 *
 * <p>Guarantee: with the day's erasure key destroyed it opens nothing. Limit: whoever holds it reads the draft while that key lives;
 * it is kept only inside a working copy, which is sealed itself. Failure: {@link VaultException}. Source: vault.md 6.7.
 */
public final class DraftKey implements AutoCloseable {
    private static final int LENGTH = 32;

    private final byte[] key;
    private boolean closed;

    private DraftKey(byte[] key) {
        this.key = key;
    }

    /** Takes the array over. */
    static DraftKey owning(byte[] key) {
        return new DraftKey(key);
    }

    /** From what {@link #encoded} gave; {@link VaultException} when it cannot be one. */
    public static DraftKey decode(String base64url) {
        try {
            byte[] key = Base64.getUrlDecoder().decode(base64url);
            if (key.length != LENGTH) {
                throw new VaultException();
            }
            return new DraftKey(key);
        } catch (IllegalArgumentException notBase64) {
            throw new VaultException();
        }
    }

    /** As text, base64url without filler, for a working copy. */
    public String encoded() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value());
    }

    /**
     * Seals an unfinished enquiry until she comes back.
     *
     * @param expiryDay when it is to be gone; bound into the seal
     * @param ekOfDay the day's shared erasure key; the caller closes it
     */
    public SealedText seal(UUID tenantId, UUID draftId, LocalDate expiryDay, ErasureKey ekOfDay, ClearText text) {
        byte[] draftKey = KeyDerivation.codeDraftKey(value(), ekOfDay);
        try {
            return Envelope.sealText(draftKey, place(tenantId, draftId, expiryDay), text);
        } finally {
            Bytes.wipe(draftKey);
        }
    }

    public ClearText open(UUID tenantId, UUID draftId, LocalDate expiryDay, ErasureKey ekOfDay, SealedText sealed) {
        byte[] draftKey = KeyDerivation.codeDraftKey(value(), ekOfDay);
        try {
            return Envelope.openText(draftKey, place(tenantId, draftId, expiryDay), sealed);
        } finally {
            Bytes.wipe(draftKey);
        }
    }

    private static byte[] place(UUID tenantId, UUID draftId, LocalDate expiryDay) {
        return AssociatedData.codeDraft(tenantId, draftId, expiryDay.toEpochDay());
    }

    private byte[] value() {
        if (closed) {
            throw new VaultException();
        }
        return key;
    }

    @Override
    public void close() {
        closed = true;
        Bytes.wipe(key);
    }

    @Override
    public String toString() {
        return "DraftKey[redacted]";
    }
}
