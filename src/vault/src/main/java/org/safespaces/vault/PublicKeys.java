package org.safespaces.vault;

import java.util.Arrays;
import java.util.UUID;

/**
 * The public half of a person's keys. Says nothing yet about whose they are: see {@link VouchedKeys}.
 *
 * @param keyId the first 16 bytes of SHA-256 over both keys
 * @param boxKey X25519, 32 bytes
 * @param signKey Ed25519, 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent")
public record PublicKeys(UUID keyId, byte[] boxKey, byte[] signKey) {
    public PublicKeys {
        boxKey = boxKey.clone();
        signKey = signKey.clone();
    }

    static PublicKeys of(byte[] boxKey, byte[] signKey) {
        return new PublicKeys(idOf(boxKey, signKey), boxKey, signKey);
    }

    @Override
    public byte[] boxKey() {
        return boxKey.clone();
    }

    @Override
    public byte[] signKey() {
        return signKey.clone();
    }

    /** Six words, 77 bits, for two people to compare by voice or in person. */
    public String fingerprint() {
        byte[] hash = Bytes.sha512(
                LengthPrefix.of(Labels.FINGERPRINT).bytes(boxKey).bytes(signKey).done());
        return Words.standingFor(hash, 6);
    }

    /** Whether lengths and points are sound and the id is that of these keys. */
    boolean isSound() {
        return boxKey.length == Hpke.KEY && Signing.isSound(signKey) && keyId.equals(idOf(boxKey, signKey));
    }

    boolean sameAs(PublicKeys other) {
        return keyId.equals(other.keyId) && Bytes.same(boxKey, other.boxKey) && Bytes.same(signKey, other.signKey);
    }

    private static UUID idOf(byte[] boxKey, byte[] signKey) {
        return Bytes.id(Bytes.sha256(
                LengthPrefix.of(Labels.KEY_ID).bytes(boxKey).bytes(signKey).done()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublicKeys keys && sameAs(keys);
    }

    @Override
    public int hashCode() {
        return 31 * keyId.hashCode() + Arrays.hashCode(signKey);
    }

    @Override
    public String toString() {
        return "PublicKeys[" + keyId + "]";
    }
}
