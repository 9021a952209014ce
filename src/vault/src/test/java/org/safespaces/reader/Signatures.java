package org.safespaces.reader;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;

/** Ed25519 (RFC 8032) of the JDK. */
public final class Signatures {
    private Signatures() {}

    public static boolean hold(byte[] publicKey, byte[] payload, byte[] signature) throws GeneralSecurityException {
        byte[] reversed = new byte[32];
        for (int at = 0; at < 32; at++) {
            reversed[31 - at] = publicKey[at];
        }
        boolean odd = reversed[0] < 0;
        reversed[0] &= 0x7F;
        EdECPoint point = new EdECPoint(odd, new BigInteger(1, reversed));
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point)));
        verifier.update(payload);
        return verifier.verify(signature);
    }

    /** The public half of a seed; the JDK tells it only to whom it believes to have drawn the seed itself. */
    static byte[] publicKey(byte[] seed) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new Drawing(seed));
        EdECPoint point = ((EdECPublicKey) generator.generateKeyPair().getPublic()).getPoint();
        byte[] y = point.getY().toByteArray();
        byte[] encoded = new byte[32];
        for (int at = 0; at < y.length && at < 32; at++) {
            encoded[at] = y[y.length - 1 - at];
        }
        encoded[31] |= (byte) (point.isXOdd() ? 0x80 : 0);
        return encoded;
    }

    private static final class Drawing extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final byte[] seed;

        Drawing(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }

    static byte[] sign(byte[] seed, byte[] payload) throws GeneralSecurityException {
        Signature signer = Signature.getInstance("Ed25519");
        signer.initSign(KeyFactory.getInstance("Ed25519")
                .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed)));
        signer.update(payload);
        return signer.sign();
    }
}
