package org.safespaces.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.RepeatedTest;

/**
 * AES-GCM by itself lets somebody who chooses both keys build one ciphertext that opens under each of them, to two different
 * contents. Built here, on the JDK's own provider, to show that the commitment refuses it.
 */
class CommitmentTest {
    private static final int CRAFTED = 10;

    private final byte[] aad = Bytes.random(20);
    private final byte[] salt = Bytes.random(32);
    private final Derived one = new Derived(Bytes.random(32));
    private final Derived other = new Derived(Bytes.random(32));
    private final byte[] ciphertext = openingUnderBoth();

    @RepeatedTest(CRAFTED)
    void oneCiphertextOpensUnderTwoKeysOfPlainGcm() throws Exception {
        assertEquals(32, one.gcm(Cipher.DECRYPT_MODE).doFinal(ciphertext).length);
        assertEquals(32, other.gcm(Cipher.DECRYPT_MODE).doFinal(ciphertext).length);
    }

    @RepeatedTest(CRAFTED)
    void inAnEnvelopeItOpensUnderTheCommittedKeyOnly() {
        SealedText committedToOne = envelope(one.commitment);

        assertEquals(32, Envelope.openKey(one.key, aad, committedToOne, 32).length);
        Refused.by(() -> Envelope.openKey(other.key, aad, committedToOne, 32));
        Refused.by(() -> Envelope.openKey(one.key, aad, envelope(other.commitment), 32));
        Evidence.record("T-commit", CRAFTED + " ciphertexts open under two keys of plain GCM, none in an envelope");
    }

    private SealedText envelope(byte[] commitment) {
        return new SealedText(ByteBuffer.allocate(117)
                .put(Bytes.ascii("TKE1"))
                .put((byte) 1)
                .put(salt)
                .put(commitment)
                .put(ciphertext)
                .array());
    }

    /** Two blocks: the first at will, the second so that the tags under both keys come out the same. */
    private byte[] openingUnderBoth() {
        byte[] first = Bytes.random(16);
        BigInteger difference = one.tag(first, new byte[16]).xor(other.tag(first, new byte[16]));
        BigInteger squares = multiply(one.h, one.h).xor(multiply(other.h, other.h));
        byte[] second = block(multiply(difference, inverse(squares)));
        return ByteBuffer.allocate(48)
                .put(first)
                .put(second)
                .put(block(one.tag(first, second)))
                .array();
    }

    /** The keys of one message as the document describes them, derived a second time here. */
    private final class Derived {
        final byte[] key;
        final byte[] hash;
        final byte[] encryption;
        final byte[] iv;
        final byte[] commitment;
        final BigInteger h;

        Derived(byte[] key) {
            this.key = key;
            this.hash = Bytes.sha512(
                    LengthPrefix.of("TKE1").bytes(new byte[] {1}).bytes(aad).done());
            byte[] prk = KeyDerivation.hmac("HmacSHA512", salt, key);
            this.encryption = expand(prk, "safespaces/tpe1/enc", 32);
            this.iv = expand(prk, "safespaces/tpe1/iv", 12);
            this.commitment = expand(prk, "safespaces/tpe1/commit", 32);
            this.h = new BigInteger(1, aes(new byte[16]));
        }

        private byte[] expand(byte[] prk, String label, int length) {
            byte[] info = LengthPrefix.of(label).bytes(hash).done();
            byte[] block = KeyDerivation.hmac(
                    "HmacSHA512",
                    prk,
                    ByteBuffer.allocate(info.length + 1).put(info).put((byte) 1).array());
            return Arrays.copyOf(block, length);
        }

        Cipher gcm(int mode) throws Exception {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(encryption, "AES"), new GCMParameterSpec(128, iv));
            cipher.updateAAD(hash);
            return cipher;
        }

        BigInteger tag(byte[] first, byte[] second) {
            byte[] lengths =
                    ByteBuffer.allocate(16).putLong(64 * 8).putLong(32 * 8).array();
            byte[] all = ByteBuffer.allocate(112)
                    .put(hash)
                    .put(first)
                    .put(second)
                    .put(lengths)
                    .array();
            BigInteger sum = BigInteger.ZERO;
            for (int at = 0; at < all.length; at += 16) {
                sum = multiply(sum.xor(new BigInteger(1, Arrays.copyOfRange(all, at, at + 16))), h);
            }
            byte[] counter = ByteBuffer.allocate(16).put(iv).putInt(1).array();
            return sum.xor(new BigInteger(1, aes(counter)));
        }

        private byte[] aes(byte[] block) {
            try {
                Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
                cipher.init(
                        Cipher.ENCRYPT_MODE,
                        new SecretKeySpec(encryption, "AES"),
                        new javax.crypto.spec.IvParameterSpec(new byte[16]));
                return cipher.doFinal(block);
            } catch (Exception impossible) {
                throw new AssertionError(impossible);
            }
        }
    }

    /** Multiplication in GCM's field, whose bits run from the left. */
    private static BigInteger multiply(BigInteger x, BigInteger y) {
        BigInteger reduction = new BigInteger("e1", 16).shiftLeft(120);
        BigInteger product = BigInteger.ZERO;
        BigInteger shifted = y;
        for (int bit = 127; bit >= 0; bit--) {
            if (x.testBit(bit)) {
                product = product.xor(shifted);
            }
            shifted = shifted.testBit(0) ? shifted.shiftRight(1).xor(reduction) : shifted.shiftRight(1);
        }
        return product;
    }

    /** By Fermat: the power 2^128 - 2. */
    private static BigInteger inverse(BigInteger x) {
        BigInteger result = BigInteger.ONE.shiftLeft(127);
        BigInteger power = x;
        for (int bit = 1; bit < 128; bit++) {
            power = multiply(power, power);
            result = multiply(result, power);
        }
        return result;
    }

    private static byte[] block(BigInteger value) {
        byte[] bytes = new byte[16];
        byte[] signed = value.toByteArray();
        int length = Math.min(16, signed.length);
        System.arraycopy(signed, signed.length - length, bytes, 16 - length, length);
        return bytes;
    }
}
