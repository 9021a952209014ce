package org.safespaces.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Keys, signatures and points that were built to be let through where a library looks once too little. */
class CraftedInputsTest {
    private static final BigInteger EIGHT = BigInteger.valueOf(8);
    private static final List<Edwards> SMALL = smallOrder();

    private final byte[] seed = Bytes.random(32);
    private final byte[] publicKey = Signing.publicKey(seed);
    private final byte[] message = Bytes.random(60);
    private final byte[] signature = Signing.sign(seed, message);

    @Test
    void theSlowCurveIsTheOneThatLibrariesUse() {
        assertArrayEquals(publicKey, Edwards.BASE.times(scalar()).encoded());
        assertEquals(Edwards.NEUTRAL, Edwards.BASE.times(Edwards.L));
        assertEquals(8, SMALL.size());
    }

    /** Under such a key anybody's signature would hold. */
    @Test
    void aKeyOfSmallOrderIsNobodys() {
        for (byte[] key : smallOrderSpellings()) {
            assertFalse(Signing.isSound(key), Hex.of(key));
            assertFalse(isVouchedFor(key), Hex.of(key));
        }
    }

    /** Even in the anchor itself: the directory takes no such key. */
    private static boolean isVouchedFor(byte[] signKey) {
        UUID tenant = UUID.randomUUID();
        UUID person = UUID.randomUUID();
        PublicKeys keys = PublicKeys.of(Hpke.derive(Bytes.random(32)).publicKey(), signKey);
        // S times the base point, under the key zero: holds for every message where keys are not looked at.
        byte[] one = Edwards.littleEndian(BigInteger.ONE);
        byte[] forged = Arrays.copyOf(Edwards.BASE.encoded(), 64);
        System.arraycopy(one, 0, forged, 32, 32);
        DirectoryEntry entry = new DirectoryEntry(tenant, person, KeyKind.PERSON, keys, Practice.TODAY, forged);
        return Directory.verify(tenant, Anchor.of(keys), List.of(entry), List.of())
                .of(person)
                .isPresent();
    }

    @Test
    void aKeyWithASmallPartIsNotSound() {
        Edwards key = Edwards.decode(publicKey);
        for (Edwards small : SMALL) {
            byte[] mixed = key.plus(small).encoded();
            assertEquals(small.equals(Edwards.NEUTRAL), Signing.isSound(mixed), Hex.of(mixed));
        }
    }

    @Test
    void aNumberOutsideTheFieldIsNoKey() {
        for (int beyond = 0; beyond < 19; beyond++) {
            BigInteger y = Edwards.P.add(BigInteger.valueOf(beyond));
            assertFalse(Signing.isSound(Edwards.littleEndian(y)));
            assertFalse(Signing.isSound(Edwards.littleEndian(y.setBit(255))));
        }
    }

    /** Signatures stand in hashes of versions: one that can be written in two ways would make two histories of one. */
    @Test
    void aSignatureHasOneSpelling() {
        BigInteger s = Edwards.littleEndian(Arrays.copyOfRange(signature, 32, 64));
        assertTrue(Signing.verifies(publicKey, message, signature));
        for (BigInteger other = s.add(Edwards.L); other.bitLength() <= 256; other = other.add(Edwards.L)) {
            refused(with(Arrays.copyOf(signature, 32), other));
        }
        for (int bit = 253; bit < 256; bit++) {
            refused(with(Arrays.copyOf(signature, 32), s.setBit(bit)));
        }
        refused(with(Arrays.copyOf(signature, 32), Edwards.L.subtract(s)));
    }

    /**
     * Limit: whoever holds the key can build signatures with a small part, and bcprov lets some of them through, as RFC 8032 allows; the
     * JDK refuses them. She gains nothing by it that signing twice would not give her. Nobody else can.
     */
    @Test
    void nobodyCanAddASmallPartToAnothersSignature() {
        Edwards r = Edwards.decode(Arrays.copyOf(signature, 32));
        for (Edwards small : SMALL) {
            byte[] crafted = joined(r.plus(small).encoded(), Arrays.copyOfRange(signature, 32, 64));
            assertEquals(small.equals(Edwards.NEUTRAL), Signing.verifies(publicKey, message, crafted));
        }
    }

    @Test
    void anEmptySignatureIsNone() {
        refused(new byte[64]);
        refused(with(Edwards.NEUTRAL.encoded(), BigInteger.ZERO));
        refused(with(Edwards.BASE.encoded(), BigInteger.ONE));
        refused(Arrays.copyOf(signature, 63));
        refused(Arrays.copyOf(signature, 65));
        refused(joined(Arrays.copyOfRange(signature, 32, 64), Arrays.copyOf(signature, 32)));
    }

    /** X25519 does not look at the top bit, so each small point has two spellings more. */
    @Test
    void pointsFromWhichNoSecretComesAreRefusedInEverySpelling() {
        Hpke.Pair pair = Hpke.derive(Bytes.random(32));
        byte[] ciphertext = Bytes.random(48);
        int tried = 0;
        for (byte[] point : HpkeTest.badPoints()) {
            if (point.length == 32) {
                byte[] topBit = Hex.flipped(point, 255);
                Refused.by(() -> Hpke.open(pair, Bytes.NONE, topBit, ciphertext));
                Refused.by(() -> Hpke.seal(topBit, Bytes.NONE, Bytes.random(32)));
                tried++;
            }
        }
        assertEquals(7, tried);
    }

    private void refused(byte[] crafted) {
        assertFalse(Signing.verifies(publicKey, message, crafted), Hex.of(crafted));
    }

    private static byte[] with(byte[] point, BigInteger s) {
        return joined(point, Edwards.littleEndian(s));
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }

    /** RFC 8032, 5.1.5. */
    private BigInteger scalar() {
        byte[] half = Arrays.copyOf(Bytes.sha512(seed), 32);
        half[0] &= (byte) 0xF8;
        half[31] &= 0x7F;
        half[31] |= 0x40;
        return Edwards.littleEndian(half);
    }

    /** The eight points that vanish when multiplied by eight. */
    private static List<Edwards> smallOrder() {
        Edwards generator = null;
        for (int y = 2;
                generator == null || generator.times(BigInteger.valueOf(4)).equals(Edwards.NEUTRAL);
                y++) {
            Edwards any = Edwards.decode(Edwards.littleEndian(BigInteger.valueOf(y)));
            generator = any == null ? null : any.times(Edwards.L);
        }
        List<Edwards> all = new ArrayList<>();
        for (BigInteger factor = BigInteger.ZERO; factor.compareTo(EIGHT) < 0; factor = factor.add(BigInteger.ONE)) {
            all.add(generator.times(factor));
        }
        return all.stream().distinct().toList();
    }

    /** Each as it should be written, with the other sign, and beyond the field where there is room. */
    private static List<byte[]> smallOrderSpellings() {
        List<byte[]> all = new ArrayList<>();
        for (Edwards small : SMALL) {
            for (BigInteger y = small.y(); y.bitLength() <= 255; y = y.add(Edwards.P)) {
                all.add(Edwards.littleEndian(y));
                all.add(Edwards.littleEndian(y.setBit(255)));
            }
        }
        return all;
    }
}
