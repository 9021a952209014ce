package org.safespaces.reader;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Hashes, HMAC, and HKDF as RFC 5869 builds it from HMAC. */
public final class Derivation {
    private Derivation() {}

    public static byte[] hash(String algorithm, byte[] data) {
        try {
            return MessageDigest.getInstance(algorithm).digest(data);
        } catch (GeneralSecurityException missing) {
            throw new AssertionError(missing);
        }
    }

    public static byte[] hmac(String algorithm, byte[] key, byte[] data) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            // Java takes no empty key; a zero byte is the same to HMAC, which fills up with zeros.
            mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, algorithm));
            return mac.doFinal(data);
        } catch (GeneralSecurityException missing) {
            throw new AssertionError(missing);
        }
    }

    /** HKDF with SHA-512; an empty salt is the same as zeros. */
    public static byte[] hkdf(byte[] ikm, byte[] salt, byte[] info, int length) {
        return expand("HmacSHA512", hmac("HmacSHA512", salt, ikm), info, length);
    }

    static byte[] expand(String algorithm, byte[] prk, byte[] info, int length) {
        byte[] block = {};
        byte[] all = {};
        for (int count = 1; all.length < length; count++) {
            block = hmac(algorithm, prk, Fields.joined(block, info, Fields.u8(count)));
            all = Fields.joined(all, block);
        }
        return Arrays.copyOf(all, length);
    }

    /** Section 3: a key that is told apart from its siblings by its label alone. */
    public static byte[] labelled(byte[] secret, String label) {
        return hkdf(secret, new byte[0], Fields.ascii(label), 32);
    }
}
