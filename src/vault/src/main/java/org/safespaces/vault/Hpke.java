package org.safespaces.vault;

import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;

/**
 * Seals 32 bytes to somebody's public key: HPKE (RFC 9180), base mode, X25519 / HKDF-SHA256 / ChaCha20-Poly1305, from bcprov.
 *
 * <p>Guarantee: only the private half opens it, and only with the same {@code info}. Limit: base mode says nothing about who sealed
 * it; grants are signed for that. Failure: {@link VaultException}, also for points and lengths on which bcprov throws otherwise.
 */
final class Hpke {
    static final int KEY = 32;
    static final int SECRET = 32;
    static final int CIPHERTEXT = SECRET + 16;

    /** A key pair; whoever derived it wipes the private half. */
    @SuppressWarnings("ArrayRecordComponent")
    record Pair(byte[] privateKey, byte[] publicKey) {}

    @SuppressWarnings("ArrayRecordComponent")
    record Sealed(byte[] encapsulation, byte[] ciphertext) {}

    private Hpke() {}

    /** The pair of a seed, by the RFC's own DeriveKeyPair. */
    static Pair derive(byte[] seed) {
        AsymmetricCipherKeyPair pair = suite().deriveKeyPair(seed);
        return new Pair(
                ((X25519PrivateKeyParameters) pair.getPrivate()).getEncoded(),
                ((X25519PublicKeyParameters) pair.getPublic()).getEncoded());
    }

    static Sealed seal(byte[] publicKey, byte[] info, byte[] secret) {
        if (publicKey.length != KEY || secret.length != SECRET) {
            throw new VaultException();
        }
        try {
            HPKE suite = suite();
            HPKEContextWithEncapsulation sender = suite.setupBaseS(suite.deserializePublicKey(publicKey), info);
            return new Sealed(sender.getEncapsulation(), sender.seal(Bytes.NONE, secret));
        } catch (InvalidCipherTextException | IllegalStateException | IllegalArgumentException lowOrderPoint) {
            throw new VaultException();
        }
    }

    /** The 32 bytes; the caller owns and wipes them. */
    static byte[] open(Pair pair, byte[] info, byte[] encapsulation, byte[] ciphertext) {
        if (encapsulation.length != KEY || ciphertext.length != CIPHERTEXT) {
            throw new VaultException();
        }
        try {
            HPKE suite = suite();
            AsymmetricCipherKeyPair own = suite.deserializePrivateKey(pair.privateKey(), pair.publicKey());
            return suite.setupBaseR(encapsulation, own, info).open(Bytes.NONE, ciphertext);
        } catch (InvalidCipherTextException | IllegalStateException | IllegalArgumentException notForUs) {
            throw new VaultException();
        }
    }

    private static HPKE suite() {
        return new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_CHACHA20_POLY1305);
    }
}
