package org.safespaces.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was written once opens for ever; what is derived once is derived the same for ever. */
class FrozenFormatTest {
    private static final Properties FROZEN = frozen();

    private final UUID tenantId = id("tenant");
    private final UUID caseId = id("case");
    private final LocalDate day = LocalDate.parse(text("day"));
    private final PersonalKeys ada = new PersonalKeys(tenantId, id("ada"), bytes("ada.seed"));
    private final PersonalKeys ben = new PersonalKeys(tenantId, id("ben"), bytes("ben.seed"));
    private final Pepper pepper = new Pepper(3, bytes("pepper"));
    private final ErasureKey ek = new ErasureKey(new EkId(id("ek.id")), bytes("ek"));
    private final CasePart part = new CasePart(tenantId, caseId, Compartment.CLINICAL);
    private final ItemAddress at = new ItemAddress(part, id("item"), 1, 2);
    private final Rows rows = rows();
    private final Vault vault = ada.vault(rows, rows, directory(), Practice.CLOCK);

    @Test
    void publicKeysFollowFromTheSeed() {
        PublicKeys keys = ada.publicKeys();

        assertArrayEquals(bytes("ada.box"), keys.boxKey());
        assertArrayEquals(bytes("ada.sign"), keys.signKey());
        assertEquals(id("ada.keyId"), keys.keyId());
        assertEquals(text("ada.fingerprint"), keys.fingerprint());
        assertEquals(text("ada.anchor"), Anchor.of(keys).text());
    }

    @Test
    void slotsOpen() {
        Slot byPhrase = new Slot(
                id("slot.phrase.id"),
                SlotKind.PASSPHRASE,
                65_536,
                3,
                4,
                bytes("slot.phrase.salt"),
                3,
                sealed("slot.phrase"));
        Slot byCode = new Slot(id("slot.code.id"), SlotKind.RECOVERY_CODE, 0, 0, 0, Bytes.NONE, 0, sealed("slot.code"));

        unlocks(byPhrase, Secret.of(text("phrase")));
        unlocks(byCode, RecoveryCode.parse(text("sheet")));
    }

    private void unlocks(Slot slot, Secret secret) {
        assertEquals(
                ada.publicKeys(),
                PersonalKeys.unlock(tenantId, ada.personId(), slot, secret, pepper, ada.publicKeys())
                        .publicKeys());
    }

    @Test
    void sessionPinsAndWorkingCopyOpen() {
        BrowserKey cookie = BrowserKey.decode(text("browser"));
        LockedSeed locked =
                new LockedSeed(tenantId, ada.personId(), bytes("session.nonce"), sealed("session"), ada.publicKeys());

        assertEquals(ada.publicKeys(), PersonalKeys.reopen(locked, cookie).publicKeys());
        assertText("pinned", ada.openPins(4, sealed("pins")));
        assertText("copy", cookie.openWorkingCopy(tenantId, bytes("work.nonce"), sealed("work")));
    }

    @Test
    void whatIsSignedIsSignedTheSame() {
        DirectoryEntry entry = ada.entry(KeyKind.PERSON, day);
        RecipientListBody body = recipients();

        assertArrayEquals(bytes("entry.signature"), entry.signature());
        assertArrayEquals(bytes("entry.hash"), entry.hash());
        assertArrayEquals(bytes("vouch.signature"), ben.vouch(entry).signature());
        assertArrayEquals(bytes("recipients.hash"), body.hash());
        assertArrayEquals(
                bytes("recipients.signature"), ada.signRecipients(body).signature());
        assertArrayEquals(bytes("epoch.hash"), epoch().hash());
        assertArrayEquals(bytes("epoch.signature"), ada.sign(epoch().payload()));
    }

    @Test
    void theKeystoresRowAndTombstoneHold() {
        try (ErasureKey opened = new KeystoreKey(tenantId, 5, bytes("ksk")).unwrap(ek.id(), sealed("ek.wrapped"))) {
            assertArrayEquals(bytes("ek"), opened.value());
        }
        assertArrayEquals(bytes("ek.tombstone"), KeystoreKey.tombstone(ek.id()));
    }

    @Test
    void aNoteOpensThroughItsGrant() {
        SealedItem note = note();

        assertText(text("note.text"), vault.open(note, at, Practice.why(part)));
        assertArrayEquals(bytes("note.signature"), ada.sign(note.payload(at)));
        assertArrayEquals(bytes("note.versionHash"), note.versionHash(at));
    }

    @Test
    void theHeadHolds() {
        CaseHead head = vault.advance(null, at, note());

        assertArrayEquals(bytes("head.hash"), head.hash());
        assertArrayEquals(bytes("head.signature"), head.signature());
    }

    @Test
    void aDraftOpens() {
        SealedDraft draft = new SealedDraft(sealed("draft"), id("draft.dekId"), sealed("draft.dek"), 0);

        assertText("half", vault.openDraft(draft, part, at.itemId(), Practice.why(part)));
    }

    @Test
    void whatAClientSentInOpens() {
        InwardWrap wrap = new InwardWrap(
                ada.personId(), ada.publicKeys().keyId(), bytes("inward.encapsulation"), bytes("inward.ciphertext"));
        SealedInward inward = new SealedInward(part, at.itemId(), 0, sealed("inward"), List.of(wrap));

        assertText("from her", vault.openInward(inward, Practice.why(part)));
    }

    @Test
    void anEnquiryOpensForItsRecipientAndHerCode() {
        SealedIntake intake = intake();
        try (ReturnCode code = ReturnCode.open(text("code"), pepper);
                IntakeText opened = vault.openIntake(intake, Practice.whyIntake(intake.intakeId()))) {
            assertEquals("clinical half", opened.clinical().text());
            assertEquals("identity half", opened.identity().text());
            assertText("clinical half", code.openIntakeClinical(intake, ek));
        }
    }

    /** Added later; the proof was computed outside of this code, from the keys above. */
    @Test
    void theCodeOfAnEnquiryIsLetIn() {
        SealedIntake intake = intake();
        try (ReturnCode code = ReturnCode.open(text("code"), pepper)) {
            assertTrue(vault.admits(intake, code.keys(), Practice.whyIntake(intake.intakeId())));
        }
    }

    /** These were added later, too. */
    @Test
    void messagesAboutAnEnquiryOpen() {
        Conversation in = new Conversation(tenantId, id("intake"), 7, ek.id(), intake().wraps());
        Disclosure why = Practice.whyIntake(in.intakeId());
        SealedMessage fromHer = message("message.visitor", MessageKind.FROM_VISITOR);
        SealedMessage toHer = message("message.practice", MessageKind.FROM_PRACTICE);
        SealedMessage aside = message("message.colleagues", MessageKind.FOR_COLLEAGUES);
        try (ReturnCode code = ReturnCode.open(text("code"), pepper)) {
            assertText("a question", vault.openMessage(fromHer, in, why));
            assertText("a question", code.openMessage(fromHer, in, ek));
            assertText("an answer", vault.openMessage(toHer, in, why));
            assertText("an answer", code.openMessage(toHer, in, ek));
            assertText("an aside", vault.openMessage(aside, in, why));
        }
    }

    private SealedMessage message(String name, MessageKind kind) {
        return new SealedMessage(id(name + ".id"), kind, day, sealed(name));
    }

    @Test
    void aReturnCodeIsFoundAndOpensItsDraft() {
        try (ReturnCode code = ReturnCode.open(text("code"), pepper);
                DraftKey draftKey = code.draftKey()) {
            assertArrayEquals(bytes("code.lookup"), code.lookup());
            assertEquals(new CodeKeys(id("code.id"), bytes("code.box")), code.keys());
            assertText("unfinished", draftKey.open(tenantId, id("codeDraft.id"), day, ek, sealed("codeDraft")));
        }
    }

    /** These two were added later, and drawn by the second reader. */
    @Test
    void aCodeInWordsAndAPhraseOfHerOwnAreFoundAsWell() {
        try (ReturnCode words = ReturnCode.open(text("code.words"), pepper);
                ReturnCode own = ReturnCode.openOwnPhrase(Secret.of(text("code.own")), pepper)) {
            assertArrayEquals(bytes("code.words.lookup"), words.lookup());
            assertArrayEquals(bytes("code.own.lookup"), own.lookup());
        }
    }

    @Test
    void theServersOwnFieldsOpen() {
        ServerSeal server = new ServerSeal(tenantId, 6, bytes("k2"), bytes("ki"));
        Column column = new Column("contact_card", "sealed");
        byte[] address = "jo@example.org".getBytes(StandardCharsets.UTF_8);

        assertText("jo@example.org", server.open(sealed("server.field"), column, id("row")));
        assertEquals(caseId, server.openId(sealed("server.id"), column, id("row")));
        assertArrayEquals(bytes("server.tag"), server.tag(column, address));
    }

    private SealedItem note() {
        return new SealedItem(
                sealed("note"),
                id("note.dekId"),
                sealed("note.dek"),
                0,
                ada.personId(),
                ada.publicKeys().keyId(),
                day,
                SealedItem.NO_PREVIOUS,
                bytes("note.signature"));
    }

    private CaseEpoch epoch() {
        return new CaseEpoch(
                part,
                0,
                ek.id(),
                new byte[64],
                List.of(ada.personId()),
                ada.personId(),
                ada.publicKeys().keyId(),
                bytes("epoch.signature"));
    }

    private SealedIntake intake() {
        List<IntakeWrap> wraps = new ArrayList<>();
        UUID code = id("code.id");
        wraps.add(wrap(Compartment.CLINICAL, code, code, "code"));
        for (Compartment half : List.of(Compartment.CLINICAL, Compartment.IDENTITY)) {
            wraps.add(wrap(half, ada.personId(), ada.publicKeys().keyId(), "ada"));
        }
        return new SealedIntake(
                tenantId, id("intake"), 7, ek.id(), sealed("intake.clinical"), sealed("intake.identity"), wraps);
    }

    private static IntakeWrap wrap(Compartment half, UUID recipient, UUID key, String who) {
        String name = "intake." + half.name().toLowerCase(Locale.ROOT) + "." + who;
        byte[] proof = who.equals("code") ? bytes(name + ".proof") : Bytes.NONE;
        return new IntakeWrap(half, recipient, key, bytes(name + ".encapsulation"), bytes(name + ".ciphertext"), proof);
    }

    private RecipientListBody recipients() {
        return new RecipientListBody(
                tenantId,
                7,
                Hex.repeated(1, 64),
                List.of(
                        new Recipient(ben.personId(), ben.publicKeys().keyId()),
                        new Recipient(ada.personId(), ada.publicKeys().keyId())));
    }

    private Directory directory() {
        Anchor anchor = Anchor.of(ada.publicKeys(), ben.publicKeys());
        List<DirectoryEntry> entries = List.of(ada.entry(KeyKind.PERSON, day), ben.entry(KeyKind.PERSON, day));
        return Directory.verify(tenantId, anchor, entries, List.of());
    }

    private Rows rows() {
        Rows stored = new Rows();
        stored.keep(ek);
        Grant grant = new Grant(
                part,
                0,
                ada.personId(),
                ada.publicKeys().keyId(),
                GrantPurpose.OWN,
                Grant.NO_END,
                bytes("grant.encapsulation"),
                bytes("grant.ciphertext"),
                ada.personId(),
                ada.publicKeys().keyId(),
                bytes("grant.signature"));
        stored.store(new EpochDraft(epoch(), List.of(grant)));
        return stored;
    }

    private static void assertText(String expected, ClearText opened) {
        try (opened) {
            assertEquals(expected, opened.text());
        }
    }

    private static String text(String name) {
        return FROZEN.getProperty(name);
    }

    private static byte[] bytes(String name) {
        return Base64.getDecoder().decode(text(name));
    }

    private static SealedText sealed(String name) {
        return new SealedText(bytes(name));
    }

    private static UUID id(String name) {
        return UUID.fromString(text(name));
    }

    private static Properties frozen() {
        try (InputStream in = FrozenFormatTest.class.getResourceAsStream("frozen.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
