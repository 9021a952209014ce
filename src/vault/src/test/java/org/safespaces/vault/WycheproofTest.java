package org.safespaces.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Arrays;
import javax.crypto.Cipher;
import org.bouncycastle.crypto.agreement.X25519Agreement;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.hpke.AEAD;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.safespaces.reader.HybridSeals;

/**
 * What implementations got wrong before, through the calls that the vault makes. The vectors are not part of this project: see
 * {@code published/README.md} for how to hand them in.
 */
@EnabledIfSystemProperty(named = "safespaces.wycheproof", matches = ".+")
class WycheproofTest {
    private static final byte[] INFO = Hex.repeated(3, 20);
    private static final byte[] SECRET = Hex.repeated(4, 32);

    @Test
    void aesGcm() throws Exception {
        Tally tally = new Tally("aes_gcm_test.json");
        for (JsonNode group : tally.groups()) {
            if (has(group, "keySize", 256) && has(group, "ivSize", 96) && has(group, "tagSize", 128)) {
                group.get("tests")
                        .forEach(test -> tally.check(test, () -> {
                            byte[] sealed = joined(bytes(test, "ct"), bytes(test, "tag"));
                            return same(
                                            test,
                                            "msg",
                                            gcm(Cipher.DECRYPT_MODE, test).doFinal(sealed))
                                    && Arrays.equals(
                                            sealed,
                                            gcm(Cipher.ENCRYPT_MODE, test).doFinal(bytes(test, "msg")));
                        }));
            }
        }
        tally.done(66);
    }

    private static Cipher gcm(int mode, JsonNode test) throws Exception {
        return Envelope.gcm(mode, bytes(test, "key"), bytes(test, "iv"), bytes(test, "aad"));
    }

    @Test
    void chaCha20Poly1305() throws Exception {
        Tally tally = new Tally("chacha20_poly1305_test.json");
        for (JsonNode group : tally.groups()) {
            if (has(group, "ivSize", 96)) {
                group.get("tests")
                        .forEach(test -> tally.check(test, () -> {
                            byte[] sealed = joined(bytes(test, "ct"), bytes(test, "tag"));
                            return same(test, "msg", aead(test).open(bytes(test, "aad"), sealed))
                                    && Arrays.equals(sealed, aead(test).seal(bytes(test, "aad"), bytes(test, "msg")));
                        }));
            }
        }
        tally.done(316);
    }

    private static AEAD aead(JsonNode test) {
        return new AEAD(HPKE.aead_CHACHA20_POLY1305, bytes(test, "key"), bytes(test, "iv"));
    }

    @Test
    void ed25519() throws Exception {
        Tally tally = new Tally("ed25519_test.json");
        for (JsonNode group : tally.groups()) {
            byte[] publicKey = bytes(group.get("publicKey"), "pk");
            assertTrue(Signing.isSound(publicKey));
            group.get("tests")
                    .forEach(test -> tally.check(
                            test, () -> Signing.verifies(publicKey, bytes(test, "msg"), bytes(test, "sig"))));
        }
        tally.done(150);
    }

    @Test
    void hmac() throws Exception {
        for (int bits : new int[] {256, 512}) {
            Tally tally = new Tally("hmac_sha" + bits + "_test.json");
            for (JsonNode group : tally.groups()) {
                group.get("tests")
                        .forEach(test -> tally.check(test, () -> {
                            byte[] mac = KeyDerivation.hmac("HmacSHA" + bits, bytes(test, "key"), bytes(test, "msg"));
                            return same(
                                    test,
                                    "tag",
                                    Arrays.copyOf(mac, group.get("tagSize").asInt() / 8));
                        }));
            }
            tally.done(174);
        }
    }

    /** With SHA-512 as the vault has it, with SHA-256 as HPKE has it inside. */
    @Test
    void hkdf() throws Exception {
        Tally ours = new Tally("hkdf_sha512_test.json");
        ours.each(test -> same(
                test,
                "okm",
                Hkdf.derive(
                        bytes(test, "ikm"),
                        bytes(test, "salt"),
                        bytes(test, "info"),
                        test.get("size").asInt())));
        ours.done(83);
        Tally inside = new Tally("hkdf_sha256_test.json");
        inside.each(test -> {
            HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
            hkdf.init(new HKDFParameters(bytes(test, "ikm"), bytes(test, "salt"), bytes(test, "info")));
            byte[] okm = new byte[test.get("size").asInt()];
            hkdf.generateBytes(okm, 0, okm.length);
            return same(test, "okm", okm);
        });
        inside.done(86);
    }

    /**
     * Through HPKE: what a second implementation seals with the result that must come out, ours opens. What is merely
     * "acceptable" (points of the twist, points written in more than one way) RFC 7748 lets pass, and so does the vault: a sender
     * can only harm her own message by it. Where nothing secret comes out, everything is refused.
     */
    @Test
    void x25519() throws Exception {
        Tally tally = new Tally("x25519_test.json");
        for (JsonNode group : tally.groups()) {
            for (JsonNode test : group.get("tests")) {
                byte[] encapsulation = bytes(test, "public");
                byte[] recipient = HybridSeals.publicKey(bytes(test, "private"));
                byte[] sealed = HybridSeals.seal(bytes(test, "shared"), encapsulation, recipient, INFO, SECRET);
                Hpke.Pair pair = new Hpke.Pair(bytes(test, "private"), recipient);
                if (test.get("flags").toString().contains("ZeroSharedSecret")) {
                    Refused.by(() -> Hpke.open(pair, INFO, encapsulation, sealed));
                    Refused.by(() -> Hpke.seal(encapsulation, INFO, SECRET));
                    assertThrows(IllegalStateException.class, () -> agreed(test));
                    tally.refused++;
                } else {
                    assertTrue(same(test, "shared", agreed(test)), test.toString());
                    assertEquals(Hex.of(SECRET), Hex.of(Hpke.open(pair, INFO, encapsulation, sealed)), test.toString());
                    assertEquals(48, Hpke.seal(encapsulation, INFO, SECRET).ciphertext().length);
                    tally.accepted++;
                }
            }
        }
        tally.done(518);
    }

    private static byte[] agreed(JsonNode test) {
        X25519Agreement agreement = new X25519Agreement();
        agreement.init(new X25519PrivateKeyParameters(bytes(test, "private")));
        byte[] shared = new byte[32];
        agreement.calculateAgreement(new X25519PublicKeyParameters(bytes(test, "public")), shared, 0);
        return shared;
    }

    private static boolean has(JsonNode group, String name, int value) {
        return group.get(name).asInt() == value;
    }

    private static boolean same(JsonNode test, String name, byte[] came) {
        return Arrays.equals(bytes(test, name), came);
    }

    private static byte[] bytes(JsonNode test, String name) {
        return Hex.bytes(test.get(name).asText());
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private interface Attempt {
        boolean passes() throws Exception;
    }

    private interface Each {
        boolean passes(JsonNode test) throws Exception;
    }

    /** One file, and what became of its vectors. */
    private static final class Tally {
        private final String file;
        private final JsonNode groups;
        private int accepted;
        private int refused;

        Tally(String file) throws Exception {
            this.file = file;
            this.groups = new ObjectMapper()
                    .readTree(Path.of(System.getProperty("safespaces.wycheproof"), file)
                            .toFile())
                    .get("testGroups");
        }

        JsonNode groups() {
            return groups;
        }

        void each(Each each) {
            groups.forEach(group -> group.get("tests").forEach(test -> check(test, () -> each.passes(test))));
        }

        /** Valid passes, invalid does not, in whatever way it says so. */
        void check(JsonNode test, Attempt attempt) {
            boolean passed;
            try {
                passed = attempt.passes();
            } catch (Exception refusal) {
                passed = false;
            }
            assertEquals("valid".equals(test.get("result").asText()), passed, file + " " + test);
            if (passed) {
                accepted++;
            } else {
                refused++;
            }
        }

        /** @param fewest how many there were when this was written; later there may be more */
        void done(int fewest) {
            assertTrue(accepted + refused >= fewest, file);
            Evidence.record("T-kat, Wycheproof " + file, accepted + " accepted, " + refused + " refused, none wrongly");
        }
    }
}
