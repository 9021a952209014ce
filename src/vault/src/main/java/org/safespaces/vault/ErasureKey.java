package org.safespaces.vault;

import java.util.UUID;

/**
 * The second thing, beside a person's key, that opens a case or an intake. It lives in the keystore database alone; destroyed there,
 * what hangs on it is gone, in old backups of the main database too (vault.md 6.11). Wiped by {@link #close}; then of no use.
 */
public final class ErasureKey implements AutoCloseable {
    private final EkId id;
    private final byte[] value;
    private boolean closed;

    /** Takes the array over. */
    ErasureKey(EkId id, byte[] value) {
        this.id = id;
        this.value = value;
    }

    /** A fresh key with a fresh name, for the pool. */
    public static ErasureKey draw() {
        return new ErasureKey(new EkId(UUID.randomUUID()), Bytes.random(32));
    }

    public EkId id() {
        return id;
    }

    byte[] value() {
        if (closed) {
            throw new VaultException();
        }
        return value;
    }

    @Override
    public void close() {
        closed = true;
        Bytes.wipe(value);
    }

    @Override
    public String toString() {
        return "ErasureKey[redacted]";
    }
}
