package org.safespaces.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Random;
import javax.crypto.Cipher;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.hpke.AEAD;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.junit.jupiter.api.Test;
import org.safespaces.reader.Derivation;
import org.safespaces.reader.HybridSeals;

/** Published vectors, through the very calls that the vault makes; origin and licence in {@code published/README.md}. */
class PublishedVectorsTest {
    @Test
    void aesGcmDoesWhatNistSays() throws Exception {
        each("aes-256-gcm.txt", 750, vector -> {
            byte[] sealed = joined(vector.bytes("cipher"), vector.bytes("tag"));
            if (vector.isValid()) {
                assertEquals(Hex.of(sealed), Hex.of(gcm(Cipher.ENCRYPT_MODE, vector, vector.bytes("plain"))));
                assertEquals(Hex.of(vector.bytes("plain")), Hex.of(gcm(Cipher.DECRYPT_MODE, vector, sealed)));
            } else {
                assertThrows(
                        GeneralSecurityException.class, () -> gcm(Cipher.DECRYPT_MODE, vector, sealed), vector.id());
            }
        });
    }

    private static byte[] gcm(int mode, Published vector, byte[] input) throws GeneralSecurityException {
        return Envelope.gcm(mode, vector.bytes("key"), vector.bytes("iv"), vector.bytes("aad"))
                .doFinal(input);
    }

    @Test
    void ed25519SignsAndVerifiesAsItsAuthorsSay() throws Exception {
        each("ed25519.txt", 131, vector -> {
            byte[] seed = vector.bytes("seed");
            byte[] publicKey = vector.bytes("public");
            byte[] message = vector.bytes("message");
            byte[] signature = vector.bytes("signature");

            assertEquals(Hex.of(publicKey), Hex.of(Signing.publicKey(seed)), vector.id());
            assertEquals(Hex.of(signature), Hex.of(Signing.sign(seed, message)), vector.id());
            assertTrue(Signing.isSound(publicKey), vector.id());
            assertTrue(Signing.verifies(publicKey, message, signature), vector.id());
            assertFalse(Signing.verifies(publicKey, joined(message, new byte[1]), signature), vector.id());
        });
    }

    @Test
    void hmacDoesWhatRfc4231Says() throws Exception {
        for (String hash : List.of("256", "512")) {
            each("hmac-sha-" + hash + ".txt", 6, vector -> {
                byte[] mac = KeyDerivation.hmac("HmacSHA" + hash, vector.bytes("key"), vector.bytes("data"));
                assertEquals(Hex.of(vector.bytes("mac")), Hex.of(mac), vector.id());
            });
        }
    }

    /** HPKE has it inside, from the same class. */
    @Test
    void hkdfWithSha256DoesWhatRfc5869Says() throws Exception {
        each("hkdf-sha-256.txt", 3, vector -> {
            HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
            hkdf.init(new HKDFParameters(vector.bytes("ikm"), vector.bytes("salt"), vector.bytes("info")));
            byte[] okm = new byte[vector.bytes("okm").length];
            hkdf.generateBytes(okm, 0, okm.length);

            assertEquals(Hex.of(vector.bytes("okm")), Hex.of(okm), vector.id());
        });
    }

    /** RFC 5869 has no vectors for SHA-512; it defines HKDF by HMAC, for which RFC 4231 has them. */
    @Test
    void hkdfWithSha512IsWhatRfc5869MakesOfHmac() {
        Random random = new Random(5869);
        for (int count = 0; count < 1_000; count++) {
            byte[] ikm = drawn(random, random.nextInt(200));
            byte[] salt = drawn(random, random.nextInt(200));
            byte[] info = drawn(random, random.nextInt(200));
            int length = 1 + random.nextInt(300);

            assertEquals(
                    Hex.of(Derivation.hkdf(ikm, salt, info, length)), Hex.of(Hkdf.derive(ikm, salt, info, length)));
        }
    }

    /** What X25519 gives is known, so a second implementation can seal with it what ours must open. */
    @Test
    void x25519GivesWhatRfc7748Says() throws Exception {
        byte[] info = Hex.repeated(9, 9);
        byte[] secret = Hex.repeated(5, 32);
        each("x25519.txt", 3, vector -> {
            byte[] encapsulation = vector.bytes("public");
            byte[] recipient = HybridSeals.publicKey(vector.bytes("private"));
            byte[] sealed = HybridSeals.seal(vector.bytes("shared"), encapsulation, recipient, info, secret);
            Hpke.Pair pair = new Hpke.Pair(vector.bytes("private"), recipient);

            assertEquals(Hex.of(secret), Hex.of(Hpke.open(pair, info, encapsulation, sealed)), vector.id());
        });
    }

    @Test
    void chaCha20Poly1305DoesWhatIsPublished() throws Exception {
        each("chacha20-poly1305.txt", 5, vector -> {
            byte[] sealed = joined(vector.bytes("cipher"), vector.bytes("tag"));
            if (vector.isValid()) {
                assertEquals(Hex.of(sealed), Hex.of(aead(vector).seal(vector.bytes("aad"), vector.bytes("plain"))));
                assertEquals(Hex.of(vector.bytes("plain")), Hex.of(aead(vector).open(vector.bytes("aad"), sealed)));
            } else {
                assertThrows(
                        InvalidCipherTextException.class, () -> aead(vector).open(vector.bytes("aad"), sealed));
            }
        });
    }

    /** The class that HPKE asks; a first message's nonce is the one handed in. */
    private static AEAD aead(Published vector) {
        return new AEAD(HPKE.aead_CHACHA20_POLY1305, vector.bytes("key"), vector.bytes("iv"));
    }

    /** Every vector of a file, which must be whole: an empty one proves nothing. */
    private static void each(String file, int count, Check check) throws Exception {
        List<Published> vectors = Published.all(file);
        assertEquals(count, vectors.size(), file);
        for (Published vector : vectors) {
            check.of(vector);
        }
        Evidence.record("T-kat, " + file, count + " of " + count + " came out as published");
    }

    private interface Check {
        void of(Published vector) throws Exception;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }

    private static byte[] drawn(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
