package org.safespaces.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is written about an enquiry before it is a case. */
class MessagesTest {
    private static final Pepper PEPPER = new Pepper(1, Hex.repeated(7, 32));

    private final Practice practice = new Practice();
    private final UUID intakeId = UUID.randomUUID();
    private final RecipientList list = practice.recipients(practice.ada, practice.cleo);
    private final ReturnCode code = ReturnCode.open("4821 0937 5516 2704", PEPPER);
    private final Conversation in = conversation(sent(intakeId));
    private final SealedMessage question = asked("May I write at night?");
    private final SealedMessage answer = wrote(practice.ada, MessageKind.FROM_PRACTICE, "Of course.");
    private final SealedMessage aside = wrote(practice.ada, MessageKind.FOR_COLLEAGUES, "Who has room?");

    @Test
    void readersAndHerCodeReadWhatIsWrittenBothWays() {
        for (SealedMessage each : List.of(question, answer)) {
            assertEquals(read(practice.ada, each), read(practice.cleo, each));
            assertEquals(read(practice.ada, each), byCode(code, each));
        }
        assertEquals("May I write at night?", read(practice.ada, question));
        assertEquals("Of course.", byCode(code, answer));
    }

    @Test
    void whatColleaguesTellEachOtherReadersReadAndHerCodeDoesNot() {
        assertEquals("Who has room?", read(practice.cleo, aside));
        Refused.by(() -> byCode(code, aside));
    }

    @Test
    void nobodyElseReadsOrWritesAnything() {
        for (PersonalKeys other : List.of(practice.ben, practice.mallory)) {
            for (SealedMessage each : List.of(question, answer, aside)) {
                Refused.by(() -> read(other, each));
            }
            Refused.by(() -> wrote(other, MessageKind.FROM_PRACTICE, "from a stranger"));
            Refused.by(() -> wrote(other, MessageKind.FOR_COLLEAGUES, "from a stranger"));
        }
        try (ReturnCode another = ReturnCode.open("1111 2222 3333 4444", PEPPER)) {
            Refused.by(() -> byCode(another, answer));
        }
    }

    @Test
    void aReaderDoesNotWriteInTheNameOfHerWhoAsked() {
        Refused.by(() -> wrote(practice.ada, MessageKind.FROM_VISITOR, "not hers"));
    }

    @Test
    void aMessageOpensAsItsOwnKindOnly() {
        for (SealedMessage each : List.of(question, answer, aside)) {
            for (MessageKind kind : MessageKind.values()) {
                if (kind != each.kind()) {
                    SealedMessage turned = new SealedMessage(each.messageId(), kind, each.day(), each.text());
                    Refused.by(() -> read(practice.ada, turned));
                    Refused.by(() -> byCode(code, turned));
                }
            }
        }
    }

    @Test
    void underAnotherIdDayOrEnquiryItDoesNotOpen() {
        Conversation other = conversation(sent(UUID.randomUUID()));
        Conversation renamed =
                new Conversation(in.tenantId(), UUID.randomUUID(), in.listVersion(), in.ekId(), in.wraps());
        for (SealedMessage each : List.of(question, answer, aside)) {
            LocalDate later = each.day().plusDays(1);
            Refused.by(() ->
                    read(practice.ada, new SealedMessage(UUID.randomUUID(), each.kind(), each.day(), each.text())));
            Refused.by(() -> read(practice.ada, new SealedMessage(each.messageId(), each.kind(), later, each.text())));
            Refused.by(() -> read(practice.ada, each, other));
            Refused.by(() -> read(practice.ada, each, renamed));
        }
    }

    @Test
    void noBitOfItCanBeTurnedOver() {
        byte[] sealed = question.text().bytes();
        for (int bit = 0; bit < sealed.length * 8; bit += 7) {
            SealedText damaged = new SealedText(Hex.flipped(sealed, bit));
            Refused.by(() -> read(
                    practice.ada, new SealedMessage(question.messageId(), question.kind(), question.day(), damaged)));
        }
    }

    @Test
    void withoutItsErasureKeyOrUnderThatOfTheAnswersNobodyOpensIt() {
        SealedIntake intake = sent(UUID.randomUUID());
        Conversation underTheAnswers =
                new Conversation(intake.tenantId(), in.intakeId(), in.listVersion(), intake.ekId(), in.wraps());
        Refused.by(() -> read(practice.ada, question, underTheAnswers));
        Refused.by(() -> code.openMessage(question, in, null));

        practice.rows.destroy(in.ekId());

        Refused.by(() -> read(practice.ada, question));
        Refused.by(() -> wrote(practice.ada, MessageKind.FROM_PRACTICE, "too late"));
    }

    @Test
    void theLastReplyOutlivesTheAnswers() {
        SealedIntake intake = sent(UUID.randomUUID());
        Conversation about = conversation(intake);
        SealedMessage reply = wrote(practice.ada, MessageKind.FROM_PRACTICE, "We are not the right place.", about);

        practice.rows.destroy(intake.ekId());

        Refused.by(() -> code.openIntakeClinical(intake, practice.rows.find(intake.ekId())));
        assertEquals("We are not the right place.", byCode(code, reply, about));
    }

    @Test
    void theDisclosureNamesTheEnquiryAndWhoseKeyIsUsed() {
        Vault vault = practice.vault(practice.ada);
        Disclosure clinical = Practice.why(intakeId, Disclosure.Purpose.READ, Compartment.CLINICAL);

        Refused.by(() -> vault.openMessage(question, in, Practice.whyIntake(UUID.randomUUID())));
        Refused.by(() -> vault.openMessage(aside, in, clinical));
        Refused.by(() ->
                vault.sealMessage(ClearText.of("x"), in, UUID.randomUUID(), MessageKind.FOR_COLLEAGUES, clinical));
        vault.openMessage(question, in, clinical).close();
    }

    @Test
    void theCodeThatTakesAnothersPlaceReadsWhatWasWrittenBefore() {
        try (ReturnCode next = ReturnCode.open("1111 2222 3333 4444", PEPPER)) {
            SealedIntake intake = sent(intakeId);
            Conversation before = conversation(intake);
            SealedMessage said = wrote(practice.ada, MessageKind.FROM_PRACTICE, "Of course.", before);
            IntakeWrap passed = code.passOn(intake, next.keys());

            assertEquals("Of course.", byCode(next, said, with(before, passed)));
        }
    }

    @Test
    void sealedAnewTheyOpenForThoseWhoReceiveNowAndUnderTheOldKeysNoMore() {
        RecipientList now = practice.recipients(practice.ben, practice.cleo);
        ResealedIntake anew = sealedAnew(now, List.of(question, answer, aside));
        Conversation after = new Conversation(
                practice.tenantId,
                intakeId,
                anew.intake().listVersion(),
                anew.messagesUnder().orElseThrow(),
                anew.intake().wraps());

        List<SealedMessage> messages = anew.messages();
        assertEquals(List.of(question.messageId(), answer.messageId(), aside.messageId()), ids(messages));
        assertEquals("May I write at night?", read(practice.ben, messages.get(0), after));
        assertEquals("Of course.", byCode(code, messages.get(1), after));
        assertEquals("Who has room?", read(practice.ben, messages.get(2), after));
        Refused.by(() -> read(practice.ada, messages.get(0), after));
        Refused.by(() -> byCode(code, messages.get(2), after));
        Refused.by(() -> read(practice.ada, messages.get(0), in));
        Refused.by(() -> read(practice.cleo, question, after));
    }

    @Test
    void anEnquiryWithoutMessagesNeedsNoKeyForThem() {
        assertEquals(List.of(), sealedAnew(list, List.of()).messages());
        try (IntakeText text = text();
                ErasureKey ek = practice.rows.claim();
                ClearMessage message = clear(question)) {
            Refused.by(() ->
                    PublicSeal.sealAnew(practice.tenantId, intakeId, text, List.of(message), list, ek, null, null));
        }
    }

    @Test
    void onlyItsSizeClassShows() {
        assertEquals(
                asked("").text().bytes().length, asked("x".repeat(1_000)).text().bytes().length);
        assertEquals(69 + 8_192 + 16, asked("\u20ac".repeat(2_000)).text().bytes().length);
        assertThrows(TextTooLong.class, () -> asked("x".repeat(256 * 1024)));
    }

    private ResealedIntake sealedAnew(RecipientList to, List<SealedMessage> messages) {
        try (IntakeText text = text();
                ErasureKey ek = practice.rows.claim();
                ErasureKey ofMessages = messages.isEmpty() ? null : practice.rows.claim()) {
            return PublicSeal.sealAnew(
                    practice.tenantId,
                    intakeId,
                    text,
                    messages.stream().map(this::clear).toList(),
                    to,
                    ek,
                    ofMessages,
                    code.keys());
        }
    }

    private ClearMessage clear(SealedMessage message) {
        return new ClearMessage(
                message.messageId(),
                message.kind(),
                message.day(),
                practice.vault(practice.ada).openMessage(message, in, Practice.whyIntake(intakeId)));
    }

    private static List<UUID> ids(List<SealedMessage> messages) {
        return messages.stream().map(SealedMessage::messageId).toList();
    }

    private static IntakeText text() {
        return new IntakeText(ClearText.of("I cannot sleep."), ClearText.of("Jo"));
    }

    private SealedIntake sent(UUID id) {
        try (IntakeText text = text();
                ErasureKey ek = practice.rows.claim()) {
            return PublicSeal.seal(practice.tenantId, id, text, list, ek, code.keys());
        }
    }

    private Conversation conversation(SealedIntake intake) {
        try (ErasureKey ek = practice.rows.claim()) {
            return new Conversation(
                    intake.tenantId(), intake.intakeId(), intake.listVersion(), ek.id(), intake.wraps());
        }
    }

    private static Conversation with(Conversation before, IntakeWrap more) {
        IntakeWrap[] wraps = Arrays.copyOf(
                before.wraps().toArray(IntakeWrap[]::new), before.wraps().size() + 1);
        wraps[wraps.length - 1] = more;
        return new Conversation(
                before.tenantId(), before.intakeId(), before.listVersion(), before.ekId(), List.of(wraps));
    }

    private SealedMessage asked(String text) {
        try (ClearText clear = ClearText.of(text);
                ErasureKey ek = practice.rows.find(in.ekId())) {
            return code.sealMessage(clear, in, UUID.randomUUID(), Practice.TODAY, ek);
        }
    }

    private SealedMessage wrote(PersonalKeys author, MessageKind kind, String text) {
        return wrote(author, kind, text, in);
    }

    private SealedMessage wrote(PersonalKeys author, MessageKind kind, String text, Conversation about) {
        try (ClearText clear = ClearText.of(text)) {
            return practice.vault(author)
                    .sealMessage(clear, about, UUID.randomUUID(), kind, Practice.whyIntake(about.intakeId()));
        }
    }

    private String read(PersonalKeys reader, SealedMessage message) {
        return read(reader, message, in);
    }

    private String read(PersonalKeys reader, SealedMessage message, Conversation about) {
        try (ClearText text =
                practice.vault(reader).openMessage(message, about, Practice.whyIntake(about.intakeId()))) {
            return text.text();
        }
    }

    private String byCode(ReturnCode by, SealedMessage message) {
        return byCode(by, message, in);
    }

    private String byCode(ReturnCode by, SealedMessage message, Conversation about) {
        try (ErasureKey ek = practice.rows.find(about.ekId());
                ClearText text = by.openMessage(message, about, ek)) {
            return text.text();
        }
    }
}
