package org.safespaces.reader;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** RFC 9180, base mode, X25519 / HKDF-SHA256 / ChaCha20-Poly1305, one message: sections 4.1 to 5.2 of the RFC on the JDK's parts. */
public final class HybridSeals {
    private static final byte[] KEM = Fields.joined(Fields.ascii("KEM"), Fields.u16(0x0020));
    private static final byte[] SUITE =
            Fields.joined(Fields.ascii("HPKE"), Fields.u16(0x0020), Fields.u16(0x0001), Fields.u16(0x0003));
    private static final byte[] NOTHING = {};

    private HybridSeals() {}

    /** The private key of a seed: DeriveKeyPair. */
    public static byte[] privateKey(byte[] seed) {
        return expand(KEM, extract(KEM, NOTHING, "dkp_prk", seed), "sk", NOTHING, 32);
    }

    public static byte[] publicKey(byte[] privateKey) throws GeneralSecurityException {
        byte[] basePoint = new byte[32];
        basePoint[0] = 9;
        return agreed(privateKey, basePoint);
    }

    public static byte[] open(byte[] privateKey, byte[] info, byte[] encapsulation, byte[] ciphertext)
            throws GeneralSecurityException {
        byte[] shared = agreed(privateKey, encapsulation);
        return crypt(Cipher.DECRYPT_MODE, shared, encapsulation, publicKey(privateKey), info, ciphertext);
    }

    /** Seals with what X25519 is known to give for this encapsulation and this recipient. */
    public static byte[] seal(byte[] agreed, byte[] encapsulation, byte[] recipient, byte[] info, byte[] plain)
            throws GeneralSecurityException {
        return crypt(Cipher.ENCRYPT_MODE, agreed, encapsulation, recipient, info, plain);
    }

    private static byte[] crypt(
            int mode, byte[] agreed, byte[] encapsulation, byte[] recipient, byte[] info, byte[] input)
            throws GeneralSecurityException {
        byte[] shared = expand(
                KEM,
                extract(KEM, NOTHING, "eae_prk", agreed),
                "shared_secret",
                Fields.joined(encapsulation, recipient),
                32);
        byte[] context = Fields.joined(
                Fields.u8(0),
                extract(SUITE, NOTHING, "psk_id_hash", NOTHING),
                extract(SUITE, NOTHING, "info_hash", info));
        byte[] secret = extract(SUITE, shared, "secret", NOTHING);
        Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
        cipher.init(
                mode,
                new SecretKeySpec(expand(SUITE, secret, "key", context, 32), "ChaCha20"),
                new IvParameterSpec(expand(SUITE, secret, "base_nonce", context, 12)));
        return cipher.doFinal(input);
    }

    private static byte[] agreed(byte[] privateKey, byte[] publicKey) throws GeneralSecurityException {
        KeyFactory keys = KeyFactory.getInstance("X25519");
        PrivateKey own = keys.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, privateKey));
        PublicKey other = keys.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, littleEndian(publicKey)));
        KeyAgreement agreement = KeyAgreement.getInstance("X25519");
        agreement.init(own);
        agreement.doPhase(other, true);
        return agreement.generateSecret();
    }

    /** RFC 7748, 5: the top bit is not looked at. */
    private static BigInteger littleEndian(byte[] u) {
        byte[] reversed = new byte[32];
        for (int at = 0; at < 32; at++) {
            reversed[31 - at] = u[at];
        }
        reversed[0] &= 0x7F;
        return new BigInteger(1, reversed);
    }

    private static byte[] extract(byte[] suite, byte[] salt, String label, byte[] ikm) {
        return Derivation.hmac(
                "HmacSHA256", salt, Fields.joined(Fields.ascii("HPKE-v1"), suite, Fields.ascii(label), ikm));
    }

    private static byte[] expand(byte[] suite, byte[] prk, String label, byte[] info, int length) {
        byte[] labelled = Fields.joined(Fields.u16(length), Fields.ascii("HPKE-v1"), suite, Fields.ascii(label), info);
        return Arrays.copyOf(Derivation.expand("HmacSHA256", prk, labelled, length), length);
    }
}
