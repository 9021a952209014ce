package org.safespaces.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ReturnCodeTest {
    private static final Pepper PEPPER = new Pepper(1, Hex.repeated(7, 32));
    private static final String DIGITS = "4821 0937 5516 2704";
    private static final ReturnCode CODE = ReturnCode.open(DIGITS, PEPPER);

    private final Practice practice = new Practice();

    @AfterAll
    static void close() {
        CODE.close();
    }

    @Test
    void digitsAreSixteenInGroupsOfFour() {
        assertTrue(ReturnCode.draw(ReturnCode.Form.DIGITS).matches("[0-9]{4}( [0-9]{4}){3}"));
    }

    @Test
    void wordsAreTenOfTheList() {
        String[] words = ReturnCode.draw(ReturnCode.Form.WORDS).split(" ");

        assertEquals(10, words.length);
        assertTrue(Arrays.stream(words).allMatch(Words::knows));
    }

    @Test
    void spacesHyphensAndWideDigitsDoNotMatter() {
        for (String typed : List.of("4821093755162704", " 4821-0937-5516-2704 ", "４８２１ 0937–55162704")) {
            try (ReturnCode typedOtherwise = ReturnCode.open(typed, PEPPER)) {
                assertArrayEquals(CODE.lookup(), typedOtherwise.lookup());
                assertEquals(CODE.keys(), typedOtherwise.keys());
            }
        }
    }

    @Test
    void wordsMayBeTypedInCapitalsAndWithHyphens() {
        String drawn = ReturnCode.draw(ReturnCode.Form.WORDS);
        try (ReturnCode one = ReturnCode.open(drawn, PEPPER);
                ReturnCode other = ReturnCode.open(
                        " " + drawn.toUpperCase(java.util.Locale.ROOT).replace(" ", "-"), PEPPER)) {
            assertArrayEquals(one.lookup(), other.lookup());
        }
    }

    @Test
    void anotherCodeOrPepperIsFoundNowhere() {
        try (ReturnCode otherCode = ReturnCode.open("4821 0937 5516 2705", PEPPER);
                ReturnCode otherPepper = ReturnCode.open(DIGITS, new Pepper(2, Hex.repeated(8, 32)))) {
            assertFalse(Arrays.equals(CODE.lookup(), otherCode.lookup()));
            assertFalse(Arrays.equals(CODE.lookup(), otherPepper.lookup()));
            assertFalse(CODE.keys().equals(otherCode.keys()));
        }
    }

    @Test
    void whatCannotBeACodeIsRefused() {
        for (String typed : List.of(
                "",
                "4821 0937 5516 270",
                "4821 0937 5516 27045",
                "4821 0937 5516 270x",
                "one two three",
                "abacus abdomen abdominal abide abiding ability ablaze able abnormal",
                "abacus abdomen abdominal abide abiding ability ablaze able abnormal notaword")) {
            Refused.by(() -> ReturnCode.open(typed, PEPPER));
        }
    }

    @Test
    void aPhraseOfHerOwnServesIfItIsStrong() {
        try (Secret strong = Secret.of("Nine purple kettles boil under the Severn bridge");
                Secret weak = Secret.of("password password 1");
                ReturnCode own = ReturnCode.openOwnPhrase(strong, PEPPER);
                ReturnCode again = ReturnCode.openOwnPhrase(strong, PEPPER)) {
            assertArrayEquals(own.lookup(), again.lookup());
            Refused.by(() -> ReturnCode.openOwnPhrase(weak, PEPPER));
        }
    }

    @Test
    void theCodeOpensWhatSheWroteAndNotWhoSheIs() {
        SealedIntake intake = intake(CODE.keys());
        try (ErasureKey ek = practice.rows.find(intake.ekId());
                ClearText text = CODE.openIntakeClinical(intake, ek)) {
            assertEquals("what she wrote", text.text());
        }
        assertEquals(5, intake.wraps().size());
        assertTrue(intake.wraps().stream()
                .filter(each -> each.recipientId().equals(CODE.keys().codeId()))
                .allMatch(each -> each.compartment() == Compartment.CLINICAL));
    }

    @Test
    void anEnquiryWithoutHerCodeStaysClosed() {
        SealedIntake intake = intake(null);
        try (ErasureKey ek = practice.rows.find(intake.ekId());
                ErasureKey other = ErasureKey.draw()) {
            Refused.by(() -> CODE.openIntakeClinical(intake, ek));
            Refused.by(() -> CODE.openIntakeClinical(intake(CODE.keys()), other));
        }
    }

    private SealedIntake intake(CodeKeys code) {
        try (IntakeText text = new IntakeText(ClearText.of("what she wrote"), ClearText.of("who she is"));
                ErasureKey ek = practice.rows.claim()) {
            return PublicSeal.seal(
                    practice.tenantId,
                    UUID.randomUUID(),
                    text,
                    practice.recipients(practice.ada, practice.ben),
                    ek,
                    code);
        }
    }

    @Test
    void messagesOpenThroughTheGrantToTheCode() {
        CasePart messages = practice.opened(Compartment.MESSAGES);
        ItemAddress at = Practice.first(messages);
        SealedItem message = practice.written(practice.ada, at, "See you on Monday.");
        Refused.by(() -> read(message, at));
        practice.rows.grants.add(practice.vault(practice.ada).grantToCode(messages, CODE.keys()));

        assertEquals("See you on Monday.", read(message, at));
    }

    @Test
    void aRotationCanKeepTheCode() {
        CasePart messages = practice.opened(Compartment.MESSAGES);
        practice.rows.grants.add(practice.vault(practice.ada).grantToCode(messages, CODE.keys()));
        rotate(messages, CODE.keys());
        ItemAddress at = Practice.first(messages);

        assertEquals("new epoch", read(practice.written(practice.ada, at, "new epoch"), at));
    }

    /** As somebody who writes a code of his own into the database, and waits. */
    @Test
    void aRotationLetsNoCodeInThatNobodyHadLetIn() {
        CasePart messages = practice.opened(Compartment.MESSAGES);
        rotate(messages, CODE.keys());
        ItemAddress at = Practice.first(messages);
        SealedItem message = practice.written(practice.ada, at, "new epoch");

        Refused.by(() -> read(message, at));
        try (PersonalKeys mallory = practice.person()) {
            Addressee his = new Addressee(
                    mallory.personId(), mallory.personId(), mallory.publicKeys().boxKey());
            byte[] anySecret = Bytes.random(Hpke.SECRET);
            practice.rows.grants.add(Grant.sealed(
                            messages,
                            1,
                            Addressee.of(CODE.keys()),
                            GrantPurpose.CLIENT_CODE,
                            Grant.NO_END,
                            anySecret,
                            his)
                    .passedOn(anySecret));
        }
        rotate(messages, CODE.keys());
        ItemAddress later = Practice.first(messages);
        SealedItem another = practice.written(practice.ada, later, "newer epoch");

        Refused.by(() -> read(another, later));
    }

    @Test
    void whatOneCodeReadsItCanPassOnAndTheNextRotationSigns() {
        CasePart messages = practice.opened(Compartment.MESSAGES);
        ItemAddress at = Practice.first(messages);
        SealedItem message = practice.written(practice.ada, at, "See you on Monday.");
        practice.rows.grants.add(practice.vault(practice.ada).grantToCode(messages, CODE.keys()));
        try (ReturnCode next = ReturnCode.open("4821 0937 5516 2705", PEPPER);
                ReturnCode third = ReturnCode.open("4821 0937 5516 2706", PEPPER)) {
            Refused.by(() -> read(next, message, at));
            passOn(messages, CODE, next);
            passOn(messages, next, third);

            assertEquals("See you on Monday.", read(next, message, at));
            assertEquals("See you on Monday.", read(third, message, at));

            rotate(messages, third.keys());
            ItemAddress later = Practice.first(messages);
            SealedItem another = practice.written(practice.ada, later, "And Tuesday.");
            assertEquals("And Tuesday.", read(third, another, later));
            Refused.by(() -> read(next, another, later));
            Refused.by(() -> read(CODE, another, later));
            assertEquals(
                    1,
                    practice.rows.grants(messages).stream()
                            .filter(grant -> grant.epoch() == 1 && grant.purpose() == GrantPurpose.CLIENT_CODE)
                            .filter(grant -> grant.grantorId().equals(practice.ada.personId()))
                            .count());
        }
    }

    @Test
    void aCodeThatReadsNothingPassesNothingOn() {
        CasePart messages = practice.opened(Compartment.MESSAGES);
        CasePart clinical = practice.opened(Compartment.CLINICAL);

        Refused.by(() -> CODE.passOn(messages, practice.rows, practice.directory(), CODE.keys()));
        Refused.by(() -> CODE.passOn(clinical, practice.rows, practice.directory(), CODE.keys()));
        Refused.by(() -> CODE.passOn(intake(null), CODE.keys()));
    }

    @Test
    void anEnquiryOpensForTheCodeItWasPassedOnTo() {
        SealedIntake intake = intake(CODE.keys());
        try (ReturnCode next = ReturnCode.open("4821 0937 5516 2705", PEPPER);
                ErasureKey ek = practice.rows.find(intake.ekId())) {
            Refused.by(() -> next.openIntakeClinical(intake, ek));
            SealedIntake passedOn = new SealedIntake(
                    intake.tenantId(),
                    intake.intakeId(),
                    intake.listVersion(),
                    intake.ekId(),
                    intake.clinical(),
                    intake.identity(),
                    List.of(CODE.passOn(intake, next.keys())));

            try (ClearText text = next.openIntakeClinical(passedOn, ek)) {
                assertEquals("what she wrote", text.text());
            }
            Refused.by(() -> CODE.openIntakeClinical(passedOn, ek));
        }
    }

    @Test
    void aCodeThatSheLetInIsKnownToHerReadersAndAnotherIsNot() {
        SealedIntake intake = intake(CODE.keys());
        Vault reader = practice.vault(practice.ada);
        Disclosure why = Practice.whyIntake(intake.intakeId());
        try (ReturnCode next = ReturnCode.open("4821 0937 5516 2705", PEPPER)) {
            assertTrue(reader.admits(intake, CODE.keys(), why));
            assertFalse(reader.admits(intake, next.keys(), why));

            IntakeWrap passed = CODE.passOn(intake, next.keys());
            assertTrue(reader.admits(with(intake, passed), next.keys(), why));

            IntakeWrap hers = intake.wraps().stream()
                    .filter(each -> each.recipientId().equals(CODE.keys().codeId()))
                    .findFirst()
                    .orElseThrow();
            for (byte[] proof : List.of(hers.proof(), Bytes.NONE, new byte[64])) {
                IntakeWrap forged = new IntakeWrap(
                        Compartment.CLINICAL,
                        next.keys().codeId(),
                        next.keys().codeId(),
                        hers.encapsulation(),
                        hers.ciphertext(),
                        proof);
                assertFalse(reader.admits(with(intake, forged), next.keys(), why));
            }
            CodeKeys mixed = new CodeKeys(CODE.keys().codeId(), next.keys().boxKey());
            assertFalse(reader.admits(intake, mixed, why));
        }
    }

    private static SealedIntake with(SealedIntake intake, IntakeWrap more) {
        List<IntakeWrap> wraps = new ArrayList<>(intake.wraps());
        wraps.add(more);
        return new SealedIntake(
                intake.tenantId(),
                intake.intakeId(),
                intake.listVersion(),
                intake.ekId(),
                intake.clinical(),
                intake.identity(),
                wraps);
    }

    @Test
    void whatIsTypedIsReadAsACodeOrAsAPhraseOfHerOwn() {
        String phrase = "Nine purple kettles boil under the Severn bridge";
        try (Secret own = Secret.of(phrase);
                ReturnCode byPhrase = ReturnCode.openOwnPhrase(own, PEPPER);
                ReturnCode typed = ReturnCode.read("  " + phrase.replace(" ", "  "), PEPPER);
                ReturnCode digits = ReturnCode.read("4821-0937-5516-2704", PEPPER)) {
            assertArrayEquals(byPhrase.lookup(), typed.lookup());
            assertArrayEquals(CODE.lookup(), digits.lookup());
        }
    }

    /** Counted in memory, which one stretching takes in full and nothing else here comes near: time would tell less. */
    @Test
    void whateverIsTypedCostsOneStretchingAndNoMore() {
        ReturnCode.open(DIGITS, PEPPER).close();
        for (String typed : List.of(
                DIGITS,
                "1111 2222 3333 4444",
                "not a code",
                "",
                "4821 0937 5516 270x",
                "Nine purple kettles boil under the Severn bridge")) {
            assertEquals(1, stretchings(typed), typed);
        }
    }

    private static long stretchings(String typed) {
        var thread = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        try {
            ReturnCode.read(typed, PEPPER).close();
        } catch (VaultException neither) {
            assertEquals("cannot open", neither.getMessage());
        }
        return (thread.getCurrentThreadAllocatedBytes() - before) / (KeyStretching.MEMORY_KIB * 1024L);
    }

    private void passOn(CasePart messages, ReturnCode from, ReturnCode to) {
        practice.rows.grants.add(from.passOn(messages, practice.rows, practice.directory(), to.keys()));
    }

    private void rotate(CasePart messages, CodeKeys code) {
        practice.rows.store(practice.vault(practice.ada)
                .rotate(messages, List.of(practice.vouched(practice.ada)), List.of(code), Practice.why(messages)));
    }

    @Test
    void aLetterForgedBySomebodyWhoNeverHeldTheCaseDoesNotOpen() {
        CasePart messages = practice.opened(Compartment.MESSAGES);
        ItemAddress at = Practice.first(messages);
        practice.rows.grants.add(practice.vault(practice.ada).grantToCode(messages, CODE.keys()));
        SealedItem message = practice.written(practice.ada, at, "genuine");
        SealedItem forged = new SealedItem(
                message.text(),
                message.dekId(),
                message.wrappedDek(),
                message.epoch(),
                practice.ben.personId(),
                practice.ben.publicKeys().keyId(),
                message.day(),
                message.previousHash(),
                Bytes.NONE);

        Refused.by(() -> read(forged.signed(practice.ben.sign(forged.payload(at))), at));
    }

    @Test
    void aCodeIsGrantedMessagesOnly() {
        CasePart clinical = practice.opened(Compartment.CLINICAL);
        ItemAddress at = Practice.first(clinical);
        SealedItem note = practice.written(practice.ada, at, "clinical");

        Refused.by(() -> practice.vault(practice.ada).grantToCode(clinical, CODE.keys()));
        Refused.by(() -> practice.vault(practice.ada)
                .rotate(
                        clinical,
                        List.of(practice.vouched(practice.ada)),
                        List.of(CODE.keys()),
                        Practice.why(clinical)));
        Refused.by(() -> read(note, at));
    }

    /** Even if a holder signed it by other means than this vault. */
    @Test
    void aCodeOpensNothingButMessagesWhateverItWasGranted() {
        CasePart identity = practice.opened(Compartment.IDENTITY);
        ItemAddress at = Practice.first(identity);
        SealedItem address = practice.written(practice.ada, at, "1 Hill Road");
        Vault vault = practice.vault(practice.ada);
        Grant own = practice.rows.grants(identity).get(0);
        byte[] secret = Hpke.open(practice.ada.opener().box(), own.info(), own.encapsulation(), own.ciphertext());
        UUID code = CODE.keys().codeId();
        byte[] info = SealInfo.grant(identity, 0, code, code, GrantPurpose.CLIENT_CODE, 0);
        Hpke.Sealed seal = Hpke.seal(CODE.keys().boxKey(), info, secret);
        Grant grant = new Grant(
                identity,
                0,
                code,
                code,
                GrantPurpose.CLIENT_CODE,
                0,
                seal.encapsulation(),
                seal.ciphertext(),
                vault.personId(),
                practice.ada.publicKeys().keyId(),
                Bytes.NONE);
        practice.rows.grants.add(grant.signed(practice.ada.sign(grant.payload())));

        Refused.by(() -> read(address, at));
    }

    private String read(SealedItem item, ItemAddress at) {
        return read(CODE, item, at);
    }

    private String read(ReturnCode code, SealedItem item, ItemAddress at) {
        try (ClearText text = code.openItem(item, at, practice.rows, practice.rows, practice.directory())) {
            return text.text();
        }
    }

    @Test
    void aDraftWaitsForHerUnderCodeDayAndErasureKey() {
        UUID draftId = UUID.randomUUID();
        LocalDate expiry = Practice.TODAY.plusDays(3);
        try (ErasureKey day = ErasureKey.draw();
                ErasureKey otherDay = ErasureKey.draw();
                DraftKey key = CODE.draftKey();
                ClearText text = ClearText.of("unfinished")) {
            SealedText draft = key.seal(practice.tenantId, draftId, expiry, day, text);

            assertEquals("unfinished", draft(draftId, expiry, day, draft));
            Refused.by(() -> draft(UUID.randomUUID(), expiry, day, draft));
            Refused.by(() -> draft(draftId, expiry.plusDays(1), day, draft));
            Refused.by(() -> draft(draftId, expiry, otherDay, draft));
        }
    }

    private String draft(UUID draftId, LocalDate expiry, ErasureKey ek, SealedText sealed) {
        try (DraftKey key = CODE.draftKey();
                ClearText text = key.open(practice.tenantId, draftId, expiry, ek, sealed)) {
            return text.text();
        }
    }

    @Test
    void theKeyOfADraftTravelsAsTextAndOpensNothingOnceClosed() {
        UUID draftId = UUID.randomUUID();
        try (ErasureKey day = ErasureKey.draw();
                DraftKey key = CODE.draftKey();
                ClearText text = ClearText.of("unfinished")) {
            SealedText draft = key.seal(practice.tenantId, draftId, Practice.TODAY, day, text);
            DraftKey again = DraftKey.decode(key.encoded());
            try (ClearText opened = again.open(practice.tenantId, draftId, Practice.TODAY, day, draft)) {
                assertEquals("unfinished", opened.text());
            }
            again.close();
            Refused.by(again::encoded);
            Refused.by(() -> again.open(practice.tenantId, draftId, Practice.TODAY, day, draft));
            assertEquals("DraftKey[redacted]", again.toString());
        }
        for (String wrong : new String[] {"", "short", "!", "A".repeat(43) + "A"}) {
            Refused.by(() -> DraftKey.decode(wrong));
        }
    }

    @Test
    void closedItOpensNothing() {
        ReturnCode closed = ReturnCode.open(DIGITS, PEPPER);
        closed.close();
        SealedIntake intake = intake(CODE.keys());

        Refused.by(closed::lookup);
        try (ErasureKey ek = practice.rows.find(intake.ekId())) {
            Refused.by(() -> closed.openIntakeClinical(intake, ek));
        }
    }
}
