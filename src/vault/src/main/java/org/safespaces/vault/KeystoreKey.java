package org.safespaces.vault;

import java.util.UUID;

/**
 * The key under which the keystore's rows lie (KSK): a stolen keystore opens nothing without it.
 *
 * <p>Guarantee: a row opens only for its practice, its name and this version of the key. Failure: {@link VaultException}. Source:
 * vault.md 5.3, 7.
 */
public final class KeystoreKey {
    private final UUID tenantId;
    private final int version;
    private final byte[] key;

    /** @param key32 exactly 32 random bytes, from the server's credential store */
    public KeystoreKey(UUID tenantId, int version, byte[] key32) {
        if (key32.length != 32) {
            throw new IllegalArgumentException("a keystore key has 32 bytes");
        }
        this.tenantId = tenantId;
        this.version = version;
        this.key = key32.clone();
    }

    public int version() {
        return version;
    }

    /** What the keystore stores. */
    public SealedText wrap(ErasureKey ek) {
        return Envelope.sealKey(key, AssociatedData.erasureKey(tenantId, ek.id(), version), ek.value());
    }

    /** The key of a stored row; the caller closes it. */
    public ErasureKey unwrap(EkId id, SealedText wrapped) {
        return new ErasureKey(id, Envelope.openKey(key, AssociatedData.erasureKey(tenantId, id, version), wrapped, 32));
    }

    /** What remains of a destroyed key: SHA-256 over its name, so that a restored backup can be told to destroy it again. */
    public static byte[] tombstone(EkId id) {
        return Bytes.sha256(LengthPrefix.of(Labels.TOMBSTONE).id(id.value()).done());
    }

    @Override
    public String toString() {
        return "KeystoreKey[version=" + version + ", redacted]";
    }
}
