package org.safespaces.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import javax.crypto.Cipher;
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
import org.safespaces.reader.HybridSeals;

/** The standards' own vectors: the parts do what their documents say, before anything is built of them. */
class KnownAnswersTest {
    private static final byte[] IKM = Hex.repeated(0x0b, 22);
    private static final byte[] SALT = Hex.bytes("000102030405060708090a0b0c");
    private static final byte[] INFO = Hex.bytes("f0f1f2f3f4f5f6f7f8f9");

    /** RFC 9180, A.2.1, by sequence number; the vault uses the first only. */
    private static final Map<Integer, String> SEALED = Map.of(
            0, "1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28",
            1, "6b53c051e4199c518de79594e1c4ab18b96f081549d45ce015be002090bb119e85285337cc95ba5f59992dc98c",
            2, "71146bd6795ccc9c49ce25dda112a48f202ad220559502cef1f34271e0cb4b02b4f10ecac6f48c32f878fae86b",
            4, "63357a2aa291f5a4e5f27db6baa2af8cf77427c7c1a909e0b37214dd47db122bb153495ff0b02e9e54a50dbe16",
            255, "18ab939d63ddec9f6ac2b60d61d36a7375d2070c9b683861110757062c52b8880a5f6b3936da9cd6c23ef2a95c",
            256, "7a4a13e9ef23978e2c520fd4d2e757514ae160cd0cd05e556ef692370ca53076214c0c40d4c728d6ed9e727a5b");

    private static final Map<String, String> EXPORTED = Map.of(
            "", "4bbd6243b8bb54cec311fac9df81841b6fd61f56538a775e7c80a9f40160606e",
            "00", "8c1df14732580e5501b00f82b10a1647b40713191b7c1240ac80e2b68808ba69",
            "54657374436f6e74657874", "5acb09211139c43b3090489a9da433e8a30ee7188ba8b0a9a1ccf0c229283e53");

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
        signs(
                "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
                "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
                "af82",
                "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac1"
                        + "8ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a");
        signs(
                "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
                "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
                Hex.of(Bytes.sha512(Bytes.ascii("abc"))),
                "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b5890"
                        + "9351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704");
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

    /** Computed with the reference implementation ({@code argon2}, 20171227), at the cost of today and at another. */
    @Test
    void stretchingGivesWhatTheReferenceGives() {
        byte[] salt = Bytes.ascii("sixteen byte sal");
        byte[] phrase = Bytes.ascii("lunar otter canopy fidget pretzel gravel");
        byte[] code = Bytes.ascii("4821093755162704");

        assertEquals(
                "dc7cb08ff635ce81e29b62b5603534c4dfeceb13fccd0b038b2a3221b13078aa",
                Hex.of(KeyStretching.stretch(phrase, salt)));
        assertEquals(
                "31e094a6b2dc7358730f63ad927310372f9fc19183324a5b421489b7ac863f55",
                Hex.of(KeyStretching.stretch(code, salt, 19_456, 2, 1)));
    }

    /** RFC 9180, A.2.1. */
    @Test
    void hpkeDerivesAndSealsAsRfc9180Says() throws Exception {
        byte[] info = Hex.bytes("4f6465206f6e2061204772656369616e2055726e");
        byte[] text = Hex.bytes("4265617574792069732074727574682c20747275746820626561757479");
        HPKE suite =
                new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_CHACHA20_POLY1305);
        AsymmetricCipherKeyPair ephemeral =
                suite.deriveKeyPair(Hex.bytes("909a9b35d3dc4713a5e72a4da274b55d3d3821a37e5d099e74a647db583a904b"));
        AsymmetricCipherKeyPair recipient =
                suite.deriveKeyPair(Hex.bytes("1ac01f181fdf9f352797655161c58b75c656a6cc2716dcb66372da835542e1df"));
        HPKEContextWithEncapsulation sender = suite.setupBaseS(recipient.getPublic(), info, ephemeral);
        HPKEContext opener = suite.setupBaseR(sender.getEncapsulation(), recipient, info);

        assertEquals(
                "1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a", Hex.of(sender.getEncapsulation()));
        for (int sequence = 0; sequence <= 256; sequence++) {
            byte[] count = Bytes.ascii("Count-" + sequence);
            byte[] sealed = sender.seal(count, text);
            assertEquals(SEALED.getOrDefault(sequence, Hex.of(sealed)), Hex.of(sealed));
            assertEquals(Hex.of(text), Hex.of(opener.open(count, sealed)));
        }
        EXPORTED.forEach((context, value) -> assertEquals(value, Hex.of(sender.export(Hex.bytes(context), 32))));
    }

    /** For the RFC's recipient, whose private half a second implementation uses. */
    @Test
    void whatWeSealAnotherImplementationOpens() throws Exception {
        byte[] info = Hex.bytes("4f6465206f6e2061204772656369616e2055726e");
        byte[] secret = Hex.repeated(7, 32);
        Hpke.Pair recipient =
                Hpke.derive(Hex.bytes("1ac01f181fdf9f352797655161c58b75c656a6cc2716dcb66372da835542e1df"));
        Hpke.Sealed ours = Hpke.seal(recipient.publicKey(), info, secret);

        assertEquals(
                Hex.of(secret),
                Hex.of(HybridSeals.open(recipient.privateKey(), info, ours.encapsulation(), ours.ciphertext())));
    }

    /** The pair of RFC 9180, A.2.1, through the class that this module uses. */
    @Test
    void ourKeyPairsAreTheOnesOfRfc9180() {
        Hpke.Pair pair = Hpke.derive(Hex.bytes("1ac01f181fdf9f352797655161c58b75c656a6cc2716dcb66372da835542e1df"));

        assertEquals("8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb", Hex.of(pair.privateKey()));
        assertEquals("4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a", Hex.of(pair.publicKey()));
    }

    /** The GCM specification's test cases 13 to 16. */
    @Test
    void aesGcmGivesWhatItsSpecificationSays() throws Exception {
        assertEquals("530f8afbc74536b9a963b4f1c4cb738b", gcm(new byte[32], new byte[12], Bytes.NONE, Bytes.NONE));
        assertEquals(
                "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919",
                gcm(new byte[32], new byte[12], Bytes.NONE, new byte[16]));
        byte[] key = Hex.bytes("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
        byte[] iv = Hex.bytes("cafebabefacedbaddecaf888");
        String text = "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39";
        String sealed = "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662";
        assertEquals(
                sealed + "898015adb094dac5d93471bdec1a502270e3cc6c",
                gcm(key, iv, Bytes.NONE, Hex.bytes(text + "1aafd255")));
        assertEquals(
                sealed + "76fc6ece0f4e1768cddf8853bb2d551b",
                gcm(key, iv, Hex.bytes("feedfacedeadbeeffeedfacedeadbeefabaddad2"), Hex.bytes(text)));
    }

    private static String gcm(byte[] key, byte[] iv, byte[] aad, byte[] text) throws Exception {
        return Hex.of(Envelope.gcm(Cipher.ENCRYPT_MODE, key, iv, aad).doFinal(text));
    }
}
