package org.safespaces.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContext;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.junit.jupiter.api.Test;

/** The standards' own vectors: the parts do what their documents say, before anything is built of them. */
class KnownAnswersTest {
    private static final byte[] IKM = Hex.repeated(0x0b, 22);
    private static final byte[] SALT = Hex.bytes("000102030405060708090a0b0c");
    private static final byte[] INFO = Hex.bytes("f0f1f2f3f4f5f6f7f8f9");

    @Test
    void hkdfWithSha256GivesWhatRfc5869Says() {
        assertEquals(
                "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
                hkdfSha256(IKM, SALT, INFO));
        assertEquals(
                "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
                hkdfSha256(IKM, Bytes.NONE, Bytes.NONE));
    }

    private static String hkdfSha256(byte[] ikm, byte[] salt, byte[] info) {
        HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
        hkdf.init(new HKDFParameters(ikm, salt, info));
        byte[] okm = new byte[42];
        hkdf.generateBytes(okm, 0, okm.length);
        return Hex.of(okm);
    }

    @Test
    void hkdfWithSha512GivesWhatItAlwaysGave() {
        byte[] prk = Hex.bytes("665799823737ded04a88e47e54a5890bb2c3d247c7a4254a8e61350723590a26"
                + "c36238127d8661b88cf80ef802d57e2f7cebcf1e00e083848be19929c61b4237");
        String okm = "832390086cda71fb47625bb5ceb168e4c8e26a1a16ed34d9fc7fe92c1481579338da362cb8d9f925d7cb";

        assertEquals(Hex.of(prk), Hex.of(Hkdf.extract(SALT, IKM)));
        assertEquals(okm, Hex.of(Hkdf.expand(prk, INFO, 42)));
        assertEquals(okm, Hex.of(Hkdf.derive(IKM, SALT, INFO, 42)));
    }

    @Test
    void anEmptySaltIsTheSameAsZeros() {
        assertEquals(Hex.of(Hkdf.derive(IKM, new byte[64], INFO, 32)), Hex.of(Hkdf.derive(IKM, Bytes.NONE, INFO, 32)));
    }

    @Test
    void ed25519SignsAsRfc8032Says() {
        signs(
                "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
                "",
                "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555"
                        + "fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
        signs(
                "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
                "72",
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da0"
                        + "85ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    }

    private static void signs(String seed, String publicKey, String message, String signature) {
        assertEquals(publicKey, Hex.of(Signing.publicKey(Hex.bytes(seed))));
        assertEquals(signature, Hex.of(Signing.sign(Hex.bytes(seed), Hex.bytes(message))));
        assertTrue(Signing.verifies(Hex.bytes(publicKey), Hex.bytes(message), Hex.bytes(signature)));
        assertFalse(Signing.verifies(Hex.bytes(publicKey), Hex.bytes(message + "00"), Hex.bytes(signature)));
    }

    @Test
    void argon2idGivesWhatRfc9106Says() {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(32)
                .withIterations(3)
                .withParallelism(4)
                .withSalt(Hex.repeated(2, 16))
                .withSecret(Hex.repeated(3, 8))
                .withAdditional(Hex.repeated(4, 12))
                .build());
        byte[] tag = new byte[32];
        argon2.generateBytes(Hex.repeated(1, 32), tag);

        assertEquals("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659", Hex.of(tag));
    }

    /** RFC 9180, A.2.1. */
    @Test
    void hpkeDerivesAndSealsAsRfc9180Says() throws Exception {
        byte[] info = Hex.bytes("4f6465206f6e2061204772656369616e2055726e");
        byte[] count = Hex.bytes("436f756e742d30");
        byte[] text = Hex.bytes("4265617574792069732074727574682c20747275746820626561757479");
        HPKE suite =
                new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_CHACHA20_POLY1305);
        AsymmetricCipherKeyPair ephemeral =
                suite.deriveKeyPair(Hex.bytes("909a9b35d3dc4713a5e72a4da274b55d3d3821a37e5d099e74a647db583a904b"));
        AsymmetricCipherKeyPair recipient =
                suite.deriveKeyPair(Hex.bytes("1ac01f181fdf9f352797655161c58b75c656a6cc2716dcb66372da835542e1df"));
        HPKEContextWithEncapsulation sender = suite.setupBaseS(recipient.getPublic(), info, ephemeral);
        byte[] sealed = sender.seal(count, text);

        assertEquals(
                "1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a", Hex.of(sender.getEncapsulation()));
        assertEquals(
                "1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28",
                Hex.of(sealed));
        HPKEContext opened = suite.setupBaseR(sender.getEncapsulation(), recipient, info);
        assertEquals(Hex.of(text), Hex.of(opened.open(count, sealed)));
    }

    /** The pair of RFC 9180, A.2.1, through the class that this module uses. */
    @Test
    void ourKeyPairsAreTheOnesOfRfc9180() {
        Hpke.Pair pair = Hpke.derive(Hex.bytes("1ac01f181fdf9f352797655161c58b75c656a6cc2716dcb66372da835542e1df"));

        assertEquals("8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb", Hex.of(pair.privateKey()));
        assertEquals("4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a", Hex.of(pair.publicKey()));
    }

    /** The GCM specification's test cases 13 and 16. */
    @Test
    void aesGcmGivesWhatItsSpecificationSays() throws Exception {
        assertEquals("530f8afbc74536b9a963b4f1c4cb738b", gcm(new byte[32], new byte[12], Bytes.NONE, Bytes.NONE));
        byte[] key = Hex.bytes("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
        assertEquals(
                "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                        + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                        + "76fc6ece0f4e1768cddf8853bb2d551b",
                gcm(
                        key,
                        Hex.bytes("cafebabefacedbaddecaf888"),
                        Hex.bytes("feedfacedeadbeeffeedfacedeadbeefabaddad2"),
                        Hex.bytes("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                                + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39")));
    }

    private static String gcm(byte[] key, byte[] iv, byte[] aad, byte[] text) throws Exception {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, iv));
        cipher.updateAAD(aad);
        return Hex.of(cipher.doFinal(text));
    }
}
