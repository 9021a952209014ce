package org.safespaces.vault;

import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/** HKDF with SHA-512 (RFC 5869), from bcprov. */
final class Hkdf {
    private Hkdf() {}

    /** Extract and expand; an empty salt stands for a string of zeros (RFC 5869, 2.2). */
    static byte[] derive(byte[] ikm, byte[] salt, byte[] info, int length) {
        return generate(new HKDFParameters(ikm, salt, info), length);
    }

    static byte[] extract(byte[] salt, byte[] ikm) {
        return new HKDFBytesGenerator(new SHA512Digest()).extractPRK(salt, ikm);
    }

    static byte[] expand(byte[] prk, byte[] info, int length) {
        return generate(HKDFParameters.skipExtractParameters(prk, info), length);
    }

    private static byte[] generate(HKDFParameters parameters, int length) {
        HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA512Digest());
        hkdf.init(parameters);
        byte[] key = new byte[length];
        hkdf.generateBytes(key, 0, length);
        return key;
    }
}
