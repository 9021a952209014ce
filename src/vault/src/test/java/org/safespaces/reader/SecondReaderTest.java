package org.safespaces.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safespaces.reader.Fields.label;
import static org.safespaces.reader.Fields.lp;
import static org.safespaces.reader.Fields.u16;
import static org.safespaces.reader.Fields.u32;
import static org.safespaces.reader.Fields.u64;
import static org.safespaces.reader.Fields.u8;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads every frozen vector from the document alone: {@code docs/vault-format.md}, whose sections the comments name. */
class SecondReaderTest {
    private static final int CLINICAL = 1;
    private static final int IDENTITY = 2;
    private static final int PASSPHRASE = 1;
    private static final int RECOVERY_CODE = 3;
    private static final int OWN = 1;
    private static final byte[] NO_SALT = {};

    private final UUID tenant = Frozen.id("tenant");
    private final UUID ada = Frozen.id("ada");
    private final UUID ben = Frozen.id("ben");
    private final UUID item = Frozen.id("item");
    private final byte[] day = u32(LocalDate.parse(Frozen.text("day")).toEpochDay());
    private final byte[] adasSign = Frozen.bytes("ada.sign");
    private final UUID adasKey = Frozen.id("ada.keyId");

    /** Section 6, from nothing but the phrase, two secrets of the server, and rows. */
    @Test
    void aPhraseLeadsToANote() throws Exception {
        byte[] seed = seedByPhrase();
        byte[] caseSecret = HybridSeals.open(
                boxKey(seed), grantInfo(), Frozen.bytes("grant.encapsulation"), Frozen.bytes("grant.ciphertext"));
        byte[] caseKey = Derivation.hkdf(caseSecret, erasureKey(), lp(label("ck/v1"), place(), u32(0)), 32);
        byte[] itemKey = Envelopes.key(caseKey, dekData(1, Frozen.id("note.dekId")), Frozen.bytes("note.dek"));

        assertEquals(Frozen.text("note.text"), Envelopes.text(itemKey, noteData(), Frozen.bytes("note")));
    }

    @Test
    void phraseAndRecoverySheetGiveTheOneSeed() throws Exception {
        assertArrayEquals(Frozen.bytes("ada.seed"), seedByPhrase());
        assertArrayEquals(Frozen.bytes("ada.seed"), seedByCode());
    }

    private byte[] seedByPhrase() throws GeneralSecurityException {
        UUID slot = Frozen.id("slot.phrase.id");
        byte[] salt = Frozen.bytes("slot.phrase.salt");
        byte[] stretched = Stretching.stretched(Frozen.text("phrase"), salt, 65_536, 3, 4);
        byte[] pepper = Derivation.hmac("HmacSHA512", Frozen.bytes("pepper"), lp(label("pep/v1"), ada, slot));
        byte[] key = Derivation.hkdf(stretched, pepper, Fields.ascii(label("slot/phrase/v1")), 32);
        byte[] data =
                lp(label("slot/v1"), tenant, ada, slot, u8(PASSPHRASE), u32(65_536), u32(3), u32(4), salt, u32(3));
        return Envelopes.key(key, data, Frozen.bytes("slot.phrase"));
    }

    private byte[] seedByCode() throws GeneralSecurityException {
        UUID slot = Frozen.id("slot.code.id");
        String characters = Frozen.text("sheet").replace("-", "").substring(0, 26);
        byte[] key = Derivation.hkdf(Fields.ascii(characters), NO_SALT, lp(label("slot/code/v1"), ada, slot), 32);
        byte[] data =
                lp(label("slot/v1"), tenant, ada, slot, u8(RECOVERY_CODE), u32(0), u32(0), u32(0), NO_SALT, u32(0));
        return Envelopes.key(key, data, Frozen.bytes("slot.code"));
    }

    /** Sections 3 and 4. */
    @Test
    void aSeedGivesTheKeysThatOthersKnow() throws Exception {
        byte[] box = HybridSeals.publicKey(boxKey(Frozen.bytes("ada.seed")));
        byte[] sign = Signatures.publicKey(signKey("ada.seed"));

        assertArrayEquals(Frozen.bytes("ada.box"), box);
        assertArrayEquals(adasSign, sign);
        assertEquals(adasKey, keyId(box, sign));
        assertEquals(
                Frozen.text("ada.anchor"),
                HexFormat.of().formatHex(Derivation.hash("SHA-256", lp(label("anchor/v1"), sign))));
        assertEquals(Frozen.text("ada.fingerprint"), sixWords(box, sign));
    }

    private static byte[] boxKey(byte[] seed) {
        return HybridSeals.privateKey(Derivation.labelled(seed, label("box/v1")));
    }

    private static byte[] signKey(String seed) {
        return Derivation.labelled(Frozen.bytes(seed), label("sign/v1"));
    }

    private static UUID keyId(byte[] box, byte[] sign) {
        return Fields.id(Derivation.hash("SHA-256", lp(label("keyid/v1"), box, sign)));
    }

    private static String sixWords(byte[] box, byte[] sign) throws IOException {
        List<String> words = Frozen.words();
        BigInteger base = BigInteger.valueOf(7776);
        BigInteger number = new BigInteger(1, Derivation.hash("SHA-512", lp(label("fingerprint/v1"), box, sign)));
        return IntStream.of(5, 4, 3, 2, 1, 0)
                .mapToObj(power ->
                        words.get(number.divide(base.pow(power)).mod(base).intValue()))
                .collect(Collectors.joining(" "));
    }

    /** Section 5. */
    @Test
    void everySignatureHolds() throws Exception {
        byte[] grant = lp(
                label("grantsig/v1"),
                grantInfo(),
                Frozen.bytes("grant.encapsulation"),
                Frozen.bytes("grant.ciphertext"),
                ada,
                adasKey);
        byte[] note = lp(
                label("notesig/v1"),
                noteData(),
                Derivation.hash("SHA-512", Frozen.bytes("note")),
                new byte[64],
                day,
                adasKey);

        signedByAda(entry(), "entry.signature");
        signedByAda(recipients(), "recipients.signature");
        signedByAda(epoch(), "epoch.signature");
        signedByAda(grant, "grant.signature");
        signedByAda(note, "note.signature");
        signedByAda(head(), "head.signature");
        signed(Signatures.publicKey(signKey("ben.seed")), vouch(), "vouch.signature");
        assertArrayEquals(Frozen.bytes("note.signature"), Signatures.sign(signKey("ada.seed"), note));
    }

    private void signedByAda(byte[] payload, String signature) throws GeneralSecurityException {
        signed(adasSign, payload, signature);
    }

    private static void signed(byte[] publicKey, byte[] payload, String signature) throws GeneralSecurityException {
        assertTrue(Signatures.hold(publicKey, payload, Frozen.bytes(signature)), signature);
        assertFalse(Signatures.hold(publicKey, Fields.joined(payload, u8(0)), Frozen.bytes(signature)), signature);
    }

    @Test
    void everyHashComesOutTheSame() throws Exception {
        byte[] version = lp(
                label("notever/v1"),
                noteData(),
                Derivation.hash("SHA-512", Frozen.bytes("note")),
                Frozen.bytes("note.signature"));

        hashes("entry.hash", entry());
        hashes("recipients.hash", recipients());
        hashes("epoch.hash", lp(label("epochhash/v1"), epoch(), Frozen.bytes("epoch.signature")));
        hashes("note.versionHash", version);
        assertArrayEquals(Frozen.bytes("head.hash"), headHash());
        assertArrayEquals(
                Frozen.bytes("ek.tombstone"), Derivation.hash("SHA-256", lp(label("tomb/v1"), Frozen.id("ek.id"))));
    }

    private static void hashes(String name, byte[] data) {
        assertArrayEquals(Frozen.bytes(name), Derivation.hash("SHA-512", data), name);
    }

    private byte[] entry() {
        return lp(label("dir/v1"), tenant, ada, adasKey, u8(1), Frozen.bytes("ada.box"), adasSign, day);
    }

    private byte[] vouch() throws GeneralSecurityException {
        return lp(label("vouch/v1"), Derivation.hash("SHA-512", entry()), ben, bensKey());
    }

    private UUID bensKey() throws GeneralSecurityException {
        byte[] box = HybridSeals.publicKey(boxKey(Frozen.bytes("ben.seed")));
        return keyId(box, Signatures.publicKey(signKey("ben.seed")));
    }

    /** Ada's identifier is the smaller of the two. */
    private byte[] recipients() throws GeneralSecurityException {
        byte[] before = new byte[64];
        Arrays.fill(before, (byte) 1);
        return lp(label("recipients/v1"), tenant, u32(7), before, ada, adasKey, ben, bensKey());
    }

    private byte[] epoch() {
        return lp(label("epoch/v1"), place(), u32(0), Frozen.id("ek.id"), new byte[64], ada, ada, adasKey);
    }

    private byte[] head() {
        return lp(label("head/v1"), place(), u64(1), headHash(), ada, adasKey);
    }

    private byte[] headHash() {
        byte[] text = Derivation.hash("SHA-512", Frozen.bytes("note"));
        return Derivation.hash("SHA-512", lp(label("headhash/v1"), new byte[64], item, u32(1), text));
    }

    @Test
    void anUnfinishedTextOpens() throws Exception {
        UUID dek = Frozen.id("draft.dekId");
        byte[] key = Envelopes.key(caseKey(), dekData(0, dek), Frozen.bytes("draft.dek"));
        byte[] data = lp(label("draft/v1"), place(), item, ada, dek);

        assertEquals("half", Envelopes.text(key, data, Frozen.bytes("draft")));
    }

    @Test
    void whatAClientSentInOpens() throws Exception {
        byte[] info = lp(label("inward/v1"), u16(1), place(), item, ada, adasKey);
        byte[] secret = opened(info, "inward");
        byte[] key = Derivation.hkdf(secret, erasureKey(), lp(label("inwardkey/v1"), place(), item), 32);

        assertEquals(
                "from her", Envelopes.text(key, lp(label("inwardtext/v1"), place(), item), Frozen.bytes("inward")));
    }

    @Test
    void anEnquiryOpensForItsRecipient() throws Exception {
        assertEquals("clinical half", half(CLINICAL, "clinical"));
        assertEquals("identity half", half(IDENTITY, "identity"));
    }

    private String half(int compartment, String name) throws GeneralSecurityException {
        byte[] secret = opened(intakeInfo(compartment, ada, adasKey), "intake." + name + ".ada");
        return intakeText(secret, compartment, name);
    }

    private byte[] intakeInfo(int compartment, UUID recipient, UUID key) {
        UUID intake = Frozen.id("intake");
        return lp(label("intakekey/v1"), u16(1), tenant, intake, u8(compartment), u32(7), recipient, key);
    }

    private String intakeText(byte[] secret, int compartment, String name) throws GeneralSecurityException {
        UUID intake = Frozen.id("intake");
        byte[] key = Derivation.hkdf(secret, erasureKey(), lp(label("ik/v1"), tenant, intake, u8(compartment)), 32);
        byte[] data = lp(label("intake/v1"), tenant, intake, u8(compartment), u32(7));
        return Envelopes.text(key, data, Frozen.bytes("intake." + name));
    }

    @Test
    void aReturnCodeIsFoundAndOpensDraftAndEnquiry() throws Exception {
        byte[] stretched = stretchedCode(Frozen.text("code").replace(" ", ""));
        byte[] box = HybridSeals.privateKey(Derivation.labelled(stretched, label("codebox/v1")));
        byte[] boxPublic = HybridSeals.publicKey(box);
        UUID code = Fields.id(Derivation.hash("SHA-256", boxPublic));

        assertArrayEquals(Frozen.bytes("code.lookup"), Derivation.labelled(stretched, label("codelookup/v1")));
        assertArrayEquals(Frozen.bytes("code.box"), boxPublic);
        assertEquals(Frozen.id("code.id"), code);
        assertEquals("unfinished", codeDraft(Derivation.labelled(stretched, label("codedraftkey/v1"))));
        byte[] secret = HybridSeals.open(
                box,
                intakeInfo(CLINICAL, code, code),
                Frozen.bytes("intake.clinical.code.encapsulation"),
                Frozen.bytes("intake.clinical.code.ciphertext"));
        assertEquals("clinical half", intakeText(secret, CLINICAL, "clinical"));
    }

    @Test
    void messagesAboutAnEnquiryOpen() throws Exception {
        byte[] shared = opened(intakeInfo(CLINICAL, ada, adasKey), "intake.clinical.ada");
        byte[] readersOnly = opened(intakeInfo(IDENTITY, ada, adasKey), "intake.identity.ada");

        assertEquals("a question", message(shared, "message", 1, "message.visitor"));
        assertEquals("an answer", message(shared, "message", 2, "message.practice"));
        assertEquals("an aside", message(readersOnly, "colleague", 3, "message.colleagues"));
    }

    private String message(byte[] secret, String labels, int kind, String name) throws GeneralSecurityException {
        UUID intake = Frozen.id("intake");
        UUID id = Frozen.id(name + ".id");
        byte[] info = lp(label(labels + "key/v1"), tenant, intake, id, u8(kind));
        byte[] data = lp(label(labels + "text/v1"), tenant, intake, id, u8(kind), day);
        return Envelopes.text(Derivation.hkdf(secret, erasureKey(), info, 32), data, Frozen.bytes(name));
    }

    @Test
    void aCodeInWordsAndAPhraseOfHerOwnAreFoundAsWell() {
        for (String name : List.of("code.words", "code.own")) {
            byte[] stretched = stretchedCode(Frozen.text(name));
            assertArrayEquals(
                    Frozen.bytes(name + ".lookup"), Derivation.labelled(stretched, label("codelookup/v1")), name);
        }
    }

    private static byte[] stretchedCode(String code) {
        byte[] pepper = Derivation.hmac("HmacSHA512", Frozen.bytes("pepper"), Fields.ascii(label("code/v1")));
        return Stretching.stretched(code, Arrays.copyOf(pepper, 16), 65_536, 3, 4);
    }

    private String codeDraft(byte[] draftKey) throws GeneralSecurityException {
        byte[] key = Derivation.hkdf(draftKey, erasureKey(), Fields.ascii(label("codedraft/v1")), 32);
        byte[] data = lp(label("codedraft/v1"), tenant, Frozen.id("codeDraft.id"), day);
        return Envelopes.text(key, data, Frozen.bytes("codeDraft"));
    }

    @Test
    void sessionPinsAndWorkingCopyOpen() throws Exception {
        byte[] browser = java.util.Base64.getUrlDecoder().decode(Frozen.text("browser"));
        byte[] session = lp(label("session/v1"), tenant, ada, Frozen.bytes("session.nonce"));
        byte[] pins = Derivation.labelled(Frozen.bytes("ada.seed"), label("pins/v1"));
        byte[] work = lp(label("work/v1"), tenant, Frozen.bytes("work.nonce"));

        assertArrayEquals(Frozen.bytes("ada.seed"), Envelopes.key(browser, session, Frozen.bytes("session")));
        assertEquals("pinned", Envelopes.text(pins, lp(label("pins/v1"), tenant, ada, u32(4)), Frozen.bytes("pins")));
        assertEquals("copy", Envelopes.text(browser, work, Frozen.bytes("work")));
    }

    @Test
    void theServersOwnFieldsOpenAndItsIndexComesOutTheSame() throws Exception {
        byte[] data = lp(label("t2/v1"), tenant, "contact_card", "sealed", Frozen.id("row"), u32(6));
        byte[] index = Derivation.labelled(Frozen.bytes("ki"), "contact_card.sealed");
        byte[] address = "jo@example.org".getBytes(StandardCharsets.UTF_8);

        assertEquals("jo@example.org", Envelopes.text(Frozen.bytes("k2"), data, Frozen.bytes("server.field")));
        assertEquals(Frozen.id("case"), Fields.id(Envelopes.key(Frozen.bytes("k2"), data, Frozen.bytes("server.id"))));
        assertArrayEquals(Frozen.bytes("server.tag"), Derivation.hmac("HmacSHA256", index, address));
    }

    /** Else it would prove nothing. */
    @Test
    void theReaderHasNoLineOfTheVaultsCode() throws Exception {
        Path classes = Path.of(
                SecondReaderTest.class.getResource("SecondReaderTest.class").toURI());
        try (Stream<Path> own = Files.list(classes.getParent())) {
            for (Path each : own.toList()) {
                String pool = new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1);
                assertFalse(pool.matches("(?s).*org/safespaces/vault/[A-Z].*"), each.toString());
            }
        }
    }

    private byte[] opened(byte[] info, String name) throws GeneralSecurityException {
        return HybridSeals.open(
                boxKey(Frozen.bytes("ada.seed")),
                info,
                Frozen.bytes(name + ".encapsulation"),
                Frozen.bytes(name + ".ciphertext"));
    }

    private byte[] caseKey() throws GeneralSecurityException {
        return Derivation.hkdf(opened(grantInfo(), "grant"), erasureKey(), lp(label("ck/v1"), place(), u32(0)), 32);
    }

    /** From the keystore's row, with the keystore's key. */
    private byte[] erasureKey() throws GeneralSecurityException {
        byte[] data = lp(label("ek/v1"), tenant, Frozen.id("ek.id"), u32(5));
        return Envelopes.key(Frozen.bytes("ksk"), data, Frozen.bytes("ek.wrapped"));
    }

    private byte[] grantInfo() {
        return lp(label("grant/v1"), u16(1), place(), u32(0), ada, adasKey, u8(OWN), u64(0));
    }

    private byte[] noteData() {
        return lp(label("note/v1"), place(), item, u32(1), u16(2), ada, Frozen.id("note.dekId"));
    }

    private byte[] dekData(int version, UUID dek) {
        return lp(label("dek/v1"), place(), u32(0), item, u32(version), dek);
    }

    private Fields.Several place() {
        return Fields.several(tenant, Frozen.id("case"), u8(CLINICAL));
    }
}
