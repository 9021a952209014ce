package org.safespaces.vault;

import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Ed25519 (RFC 8032), from bcprov: five times as fast as the JDK's, which could not derive a public key from a seed either. */
final class Signing {
    static final int KEY = 32;
    static final int SIGNATURE = 64;

    private Signing() {}

    static byte[] publicKey(byte[] seed) {
        return new Ed25519PrivateKeyParameters(seed).generatePublicKey().getEncoded();
    }

    static byte[] sign(byte[] seed, byte[] payload) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, new Ed25519PrivateKeyParameters(seed));
        signer.update(payload, 0, payload.length);
        return signer.generateSignature();
    }

    /** Whether the signature holds; never throws, whatever the bytes are. */
    static boolean verifies(byte[] publicKey, byte[] payload, byte[] signature) {
        if (publicKey.length != KEY || signature.length != SIGNATURE) {
            return false;
        }
        try {
            Ed25519Signer verifier = new Ed25519Signer();
            verifier.init(false, new Ed25519PublicKeyParameters(publicKey));
            verifier.update(payload, 0, payload.length);
            return verifier.verifySignature(signature);
        } catch (IllegalArgumentException notAPoint) {
            return false;
        }
    }

    /** Whether this is a point of the prime-order group: under one of the few others, anybody's signature would hold. */
    static boolean isSound(byte[] publicKey) {
        return publicKey.length == KEY && Ed25519.validatePublicKeyFull(publicKey, 0);
    }
}
