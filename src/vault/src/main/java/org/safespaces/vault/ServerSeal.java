package org.safespaces.vault;

import java.util.UUID;

/**
 * Seals what the running server itself must know (tier T2: contact cards, the client of an appointment), under a key outside the
 * database.
 *
 * <p>Guarantee: a stolen database shows none of it, and a value moved to another row or column does not open. Limit: whoever holds
 * database and server key reads all of it, so no clinical text may ever come here; a {@link #tag} of something guessable, a
 * telephone number, can be guessed by whoever holds the index root. Failure: {@link VaultException}. Source: vault.md 3, 5.3.
 */
public final class ServerSeal {
    private final UUID tenantId;
    private final int keyVersion;
    private final byte[] key;
    private final byte[] indexRoot;

    /**
     * @param keyVersion bound into every value, so that re-wrapping after a change of key cannot be undone unseen
     * @param k2 server key, 32 bytes
     * @param ki index root, 32 bytes
     */
    public ServerSeal(UUID tenantId, int keyVersion, byte[] k2, byte[] ki) {
        if (k2.length != 32 || ki.length != 32) {
            throw new IllegalArgumentException("server keys have 32 bytes");
        }
        this.tenantId = tenantId;
        this.keyVersion = keyVersion;
        this.key = k2.clone();
        this.indexRoot = ki.clone();
    }

    public int keyVersion() {
        return keyVersion;
    }

    /** Seals a text for one row of one column; {@link TextTooLong} beyond 256 KiB. */
    public SealedText seal(ClearText text, Column column, UUID rowId) {
        return Envelope.sealText(key, place(column, rowId), text);
    }

    public ClearText open(SealedText sealed, Column column, UUID rowId) {
        return Envelope.openText(key, place(column, rowId), sealed);
    }

    /** Seals an identifier, for a reference that must not be readable. */
    public SealedText sealId(UUID id, Column column, UUID rowId) {
        return Envelope.sealKey(key, place(column, rowId), Bytes.of(id));
    }

    public UUID openId(SealedText sealed, Column column, UUID rowId) {
        return Bytes.id(Envelope.openKey(key, place(column, rowId), sealed, 16));
    }

    /**
     * A blind index: equal values give equal tags within one column and unrelated tags elsewhere, so that tables do not join.
     * HMAC-SHA-256 under a key of the column's own.
     *
     * @param normalised the value in its one spelling; for identifiers see {@link #bytes}
     */
    public byte[] tag(Column column, byte[] normalised) {
        byte[] columnKey = KeyDerivation.labelled(indexRoot, column.path());
        try {
            return KeyDerivation.hmac("HmacSHA256", columnKey, normalised);
        } finally {
            Bytes.wipe(columnKey);
        }
    }

    /** The sixteen bytes of an identifier. */
    public static byte[] bytes(UUID id) {
        return Bytes.of(id);
    }

    private byte[] place(Column column, UUID rowId) {
        return AssociatedData.serverField(tenantId, column, rowId, keyVersion);
    }

    @Override
    public String toString() {
        return "ServerSeal[version=" + keyVersion + ", redacted]";
    }
}
