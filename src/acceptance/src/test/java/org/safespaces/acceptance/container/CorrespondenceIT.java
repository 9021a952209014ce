package org.safespaces.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safespaces.acceptance.container.Somebody.as;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safespaces.access.Covers;
import org.safespaces.access.NotYours;
import org.safespaces.access.TextRefused;
import org.safespaces.intake.Correspondence;
import org.safespaces.intake.IntakeGone;
import org.safespaces.intake.IntakeStatus;
import org.safespaces.intake.Intakes;
import org.safespaces.intake.Message;
import org.safespaces.intake.OwnCode;
import org.safespaces.intake.SeenByCode;
import org.safespaces.intake.TakingBack;
import org.safespaces.intake.TooManyMessages;
import org.safespaces.keys.CodeForm;
import org.safespaces.keys.OrphanedClaims;
import org.safespaces.keys.ReturnCodes;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.keys.WrongPhrase;
import org.safespaces.notes.CaseMessages;
import org.safespaces.notes.CaseNotes;
import org.safespaces.notes.ItemKind;
import org.safespaces.notes.KeptMessage;
import org.safespaces.notes.MessagesByCode;
import org.safespaces.notes.NoteSummary;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;

/** Messages about an enquiry: whoever may write and read them, what is stored of them, and what becomes of them. */
@InTheServer
class CorrespondenceIT {
    private static final String QUESTION = "May I write to you at night? Bramblecroft.";
    private static final String ANSWER = "Of course. We read it in the morning.";
    private static final String ASIDE = "Who has room for this in December?";

    /** Those written in this transaction: the round that sends takes others out meanwhile. */
    private static final String LETTERS = "outbox WHERE xmin = pg_current_xact_id()::xid";

    @Inject
    private AsRowan rowan;

    @Inject
    private AsAlder alder;

    @Inject
    private AsLinen linen;

    @Inject
    private Correspondence correspondence;

    @Inject
    private Intakes intakes;

    @Inject
    private OwnCode ownCode;

    @Inject
    private TakingBack takingBack;

    @Inject
    private ReturnCodes codes;

    @Inject
    private CaseNotes notes;

    @Inject
    private CaseMessages messages;

    @Inject
    private MessagesByCode byCode;

    @Inject
    private Covers covers;

    @Inject
    private OrphanedClaims orphans;

    @Inject
    private FilledForms forms;

    @Inject
    private OwnCases own;

    @Inject
    private VaultLock lock;

    @Inject
    private Caller caller;

    @Inject
    private UserTransaction transaction;

    @Inject
    private Rows rows;

    private String code;
    private UUID enquiry;

    @Deployment
    static EnterpriseArchive archive() {
        return Archives.practice();
    }

    @BeforeEach
    void anEnquiry() throws Exception {
        own.unlock(rowan, "rowan");
        code = intakes.send(forms.shortest(), List.of()).code();
        enquiry = codes.use(code, visitor()).place().intakeId().orElseThrow();
    }

    @Test
    void sheAndHerReadersWriteToEachOtherAndEveryReaderReadsIt() {
        asks(QUESTION);
        AtWork aldersDay = AtWork.unlocked(alder, lock, "alder");
        aldersDay.acts(() -> correspondence.write(enquiry, ANSWER));
        asks("Thank you.");

        assertEquals(List.of(QUESTION, ANSWER, "Thank you."), said(look().messages()));
        assertEquals(List.of(true, false, true), hers(look().messages()));
        assertEquals(List.of(QUESTION, ANSWER, "Thank you."), said(readByRowan()));
        assertEquals(as(alder, () -> caller.therapist()), readByRowan().get(1).by(), "who of the practice wrote it");
        assertEquals(IntakeStatus.WROTE, look().progress().status());
        assertTrue(
                as(rowan, () -> intakes.waiting()).stream()
                        .anyMatch(each -> each.id().equals(enquiry)),
                "it still waits to be decided");
    }

    @Test
    void whatColleaguesTellEachOtherSheNeverSees() {
        asks(QUESTION);
        tells(ASIDE);

        AtWork aldersDay = AtWork.unlocked(alder, lock, "alder");
        List<Message> read = aldersDay.does(() -> correspondence.read(enquiry));

        assertEquals(List.of(QUESTION, ASIDE), said(read));
        assertTrue(read.get(1).forColleagues());
        assertEquals(List.of(QUESTION), said(look().messages()));
        assertEquals(IntakeStatus.RECEIVED, look().progress().status(), "nobody has written to her");
    }

    @Test
    void nothingOfItStandsInTheDatabaseButIdsDayAndWay() {
        asks(QUESTION);
        answers(ANSWER);
        tells(ASIDE);

        assertEquals(
                List.of("FROM_VISITOR", "FROM_PRACTICE", "FOR_COLLEAGUES"),
                rows.ofPractice("SELECT kind FROM intake_message WHERE intake_id = ? ORDER BY arrival", enquiry));
        assertEquals(
                List.of("arrival", "day", "id", "intake_id", "kind", "sealed"),
                rows.ofPractice("SELECT column_name FROM information_schema.columns"
                        + " WHERE table_name = 'intake_message' ORDER BY column_name"));
        for (String text : List.of("Bramblecroft", "morning", "December")) {
            assertEquals(0, rows.committed("intake_message WHERE position(?::bytea IN sealed) > 0", (Object)
                    text.getBytes(StandardCharsets.UTF_8)));
        }
        assertFalse(readByRowan().toString().contains("Bramblecroft"));
        assertFalse(look().toString().contains("Bramblecroft"));
    }

    @Test
    void nobodyReadsOrWritesButWhoeverItWasSealedTo() {
        asks(QUESTION);
        rows.change(
                "DELETE FROM intake_wrap WHERE intake_id = ? AND recipient_id = ?",
                enquiry,
                as(alder, () -> caller.therapist()).orElseThrow().value());
        AtWork aldersDay = AtWork.unlocked(alder, lock, "alder");

        assertThrows(NotYours.class, () -> aldersDay.does(() -> correspondence.read(enquiry)));
        assertThrows(NotYours.class, () -> aldersDay.acts(() -> correspondence.write(enquiry, ANSWER)));
        assertThrows(
                NotYours.class,
                () -> aldersDay.acts(() -> correspondence.tellColleagues(enquiry, UUID.randomUUID(), ASIDE)));
        assertThrows(EJBAccessException.class, () -> as(linen, () -> correspondence.read(enquiry)));
        assertThrows(EJBAccessException.class, () -> correspondence.write(enquiry, ANSWER));
        assertThrows(WrongPhrase.class, () -> correspondence.look("1111 2222 3333 4444", visitor()));
        assertThrows(
                WrongPhrase.class,
                () -> correspondence.send("1111 2222 3333 4444", UUID.randomUUID(), QUESTION, visitor()));
        assertEquals(1, rows.committed("intake_message WHERE intake_id = ?", enquiry));
    }

    @Test
    void aLockedVaultReadsAndWritesNothing() {
        asks(QUESTION);
        AtWork locked = AtWork.locked(rowan);

        assertThrows(VaultLocked.class, () -> locked.does(() -> correspondence.read(enquiry)));
        assertThrows(VaultLocked.class, () -> locked.acts(() -> correspondence.write(enquiry, ANSWER)));
        assertEquals(0, lines("MESSAGE_WRITTEN"), "it was not written");
        assertEquals(1, rows.committed("intake_message WHERE intake_id = ?", enquiry));
    }

    @Test
    void eachReadingAndEachActIsRecorded() {
        asks(QUESTION);
        answers(ANSWER);
        tells(ASIDE);
        readByRowan();

        for (String action : List.of("MESSAGE_RECEIVED", "MESSAGE_WRITTEN", "COLLEAGUES_TOLD", "MESSAGES_OPENED")) {
            assertEquals(1, lines(action), action);
        }
    }

    @Test
    void itsReadersAreToldThatAMessageIsWaitingAndNobodyElseOfAnything() throws Exception {
        transaction.begin();
        try {
            answers(ANSWER);
            tells(ASIDE);
            assertEquals(0, rows.underway(LETTERS), "no address of hers is known");
            asks(QUESTION);
            tells(ASIDE);
            assertEquals(2, rows.underway(LETTERS), "rowan and alder");
            assertEquals(0, rows.underway(LETTERS + " AND letter <> 'MESSAGE_WAITING'"));
        } finally {
            transaction.rollback();
        }
    }

    @Test
    void whatGoesWithAMessageStandsWithItOrFallsWithIt() throws Exception {
        transaction.begin();
        answers(ANSWER);
        assertEquals(1, rows.underway("intake_message WHERE intake_id = ?", enquiry));
        transaction.rollback();

        assertEquals(0, rows.committed("intake_message WHERE intake_id = ?", enquiry));
        assertEquals(0, rows.committed("intake WHERE id = ? AND message_ek_id IS NOT NULL", enquiry));
        assertEquals(0, lines("MESSAGE_WRITTEN"));
        assertEquals(IntakeStatus.RECEIVED, look().progress().status());
    }

    /** Somebody who writes to the database. */
    @Test
    void aMessageThatWasAlteredMovedOrTurnedIntoAnotherOpensForNobodyAndTheOthersDo() {
        String otherCode = intakes.send(forms.shortest(), List.of()).code();
        UUID other = codes.use(otherCode, visitor()).place().intakeId().orElseThrow();
        correspondence.send(otherCode, UUID.randomUUID(), "from elsewhere", visitor());
        for (String damage : List.of(
                "UPDATE intake_message SET kind = 'FROM_PRACTICE' WHERE id = ?",
                "UPDATE intake_message SET day = day - 1 WHERE id = ?",
                "UPDATE intake_message SET sealed = set_byte(sealed, 100, get_byte(sealed, 100) # 1) WHERE id = ?",
                "UPDATE intake_message SET id = gen_random_uuid() WHERE id = ?",
                "UPDATE intake_message SET sealed = (SELECT sealed FROM intake_message m WHERE m.intake_id = '" + other
                        + "') WHERE id = ?")) {
            UUID mine = asks("before");
            asks("after");
            long refusals = lines("RECORD_DOES_NOT_MATCH");

            rows.changeAsOwner(damage, mine);

            assertEquals(List.of("", "after"), said(readByRowan()), damage);
            assertEquals(List.of("", "after"), said(look().messages()), damage);
            assertEquals(refusals + 2, lines("RECORD_DOES_NOT_MATCH"), "and it was written down");
            rows.change("DELETE FROM intake_message WHERE intake_id = ?", enquiry);
        }
        assertEquals(
                List.of("from elsewhere"),
                said(correspondence.look(otherCode, visitor()).messages()));
    }

    @Test
    void theCodeThatTakesAnothersPlaceReadsAndWritesOn() {
        asks(QUESTION);
        answers(ANSWER);
        String drawn = ownCode.draw(code, CodeForm.WORDS, visitor());
        ownCode.confirm(drawn);
        String before = code;
        code = drawn;

        asks("It is still me.");

        assertEquals(List.of(QUESTION, ANSWER, "It is still me."), said(look().messages()));
        assertEquals(List.of(QUESTION, ANSWER, "It is still me."), said(readByRowan()));
        assertThrows(WrongPhrase.class, () -> correspondence.look(before, visitor()));
    }

    @Test
    void whatSheTakesBackTakesItsMessagesAlong() {
        asks(QUESTION);
        tells(ASIDE);
        UUID key = messageKey();
        assertTrue(lives(key));

        takingBack.takeBack(code, visitor());

        assertFalse(lives(key), "at once");
        assertEquals(0, rows.committed("intake_message WHERE intake_id = ?", enquiry));
        assertThrows(NotYours.class, this::readByRowan);
    }

    @Test
    void acceptedTheyAreMessagesAndNotesOfTheCaseSignedAndInTheirPlace() {
        asks(QUESTION);
        answers(ANSWER);
        tells(ASIDE);
        UUID key = messageKey();

        CaseId id = as(rowan, () -> intakes.accept(enquiry)).id();

        assertEquals(0, rows.committed("intake_message WHERE intake_id = ?", enquiry));
        assertFalse(lives(key));
        List<KeptMessage> kept = as(rowan, () -> messages.open(id));
        assertEquals(List.of(QUESTION, ANSWER), saidInCase(kept));
        assertEquals(List.of(true, false), kept.stream().map(KeptMessage::hers).toList());
        assertEquals(as(rowan, () -> caller.therapist()), kept.get(1).by());
        assertEquals(LocalDate.now(ZoneOffset.UTC), kept.get(0).day());
        assertTrue(kept.stream().allMatch(KeptMessage::whole));
        assertEquals(2, as(rowan, () -> messages.count(id)));
        NoteSummary aside = as(rowan, () -> notes.list(id)).stream()
                .filter(each -> each.kind() == ItemKind.COLLEAGUES)
                .findFirst()
                .orElseThrow();
        assertEquals(ASIDE, as(rowan, () -> notes.read(id, aside.itemId())).said());
        assertEquals(
                as(rowan, () -> caller.therapist()),
                as(rowan, () -> notes.read(id, aside.itemId())).by());
        assertTrue(as(rowan, () -> notes.isWhole(id)));

        assertEquals(List.of(QUESTION, ANSWER), saidInCase(byCode.read(code, visitor())), "she reads on with her code");
        assertEquals(List.of(), look().messages());
        assertFalse(look().open());
        assertThrows(IntakeGone.class, () -> asks("one more"));
        assertThrows(NotYours.class, () -> answers("one more"));
        own.leave(id);
    }

    @Test
    void aChangeOfTheLockAndAnotherCodeLeaveTheMessagesOfACaseReadable() {
        asks(QUESTION);
        answers(ANSWER);
        CaseId id = as(rowan, () -> intakes.accept(enquiry)).id();

        own.asInTheNextRequest();
        as(rowan, () -> {
            covers.changeLock(id);
            return null;
        });
        own.asInTheNextRequest();

        assertEquals(List.of(QUESTION, ANSWER), saidInCase(byCode.read(code, visitor())));
        assertEquals(List.of(QUESTION, ANSWER), saidInCase(as(rowan, () -> messages.open(id))));
        String drawn = ownCode.draw(code, CodeForm.DIGITS, visitor());
        ownCode.confirm(drawn);
        assertEquals(List.of(QUESTION, ANSWER), saidInCase(byCode.read(drawn, visitor())));
        assertThrows(WrongPhrase.class, () -> byCode.read(code, visitor()));
        own.leave(id);
    }

    @Test
    void aMessageOfACaseThatWasAlteredOpensForNobodyAndItIsSaid() {
        asks(QUESTION);
        answers(ANSWER);
        CaseId id = as(rowan, () -> intakes.accept(enquiry)).id();

        rows.changeAsOwner(
                "UPDATE case_item SET sealed = set_byte(sealed, 100, get_byte(sealed, 100) # 1)"
                        + " WHERE case_id = ? AND kind = 'MESSAGE' AND step = 1",
                id.value());
        own.asInTheNextRequest();

        List<KeptMessage> kept = as(rowan, () -> messages.open(id));
        assertEquals(List.of("", ANSWER), saidInCase(kept));
        assertTrue(kept.stream().noneMatch(KeptMessage::whole));
        assertEquals(List.of("", ANSWER), saidInCase(byCode.read(code, visitor())));
        own.leave(id);
    }

    /** As it stands after declining: the answers and their key are gone, the reply is not. */
    @Test
    void theLastReplyIsReadAsLongAsTheCodeLivesAlsoByOneThatTakesItsPlace() {
        answers("We are not the right place, and here is who is.");
        rows.change("UPDATE intake SET clinical = NULL, identity = NULL, status = 'NOT_RIGHT' WHERE id = ?", enquiry);

        assertEquals(List.of("We are not the right place, and here is who is."), said(look().messages()));
        assertFalse(look().open());
        assertThrows(IntakeGone.class, () -> asks("but"));
        String drawn = ownCode.draw(code, CodeForm.DIGITS, visitor());
        ownCode.confirm(drawn);
        code = drawn;
        assertEquals(List.of("We are not the right place, and here is who is."), said(look().messages()));
    }

    @Test
    void onlyTextIsTakenAndNoMoreThanCanBeRead() {
        refused(TextRefused.Reason.EMPTY, " \n\t ");
        refused(TextRefused.Reason.LONG, "x ".repeat(1001));
        refused(TextRefused.Reason.PICTURE, "look: data:image/png;base64,AAAA");
        refused(TextRefused.Reason.PICTURE, "iVBORw0KGgo".repeat(50));
        asks("x ".repeat(999) + "yz");
        asks("see http://example.org/a?b and HTTPS://example.org");

        assertEquals(
                "see hxxp://example.org/a?b and hxxps://example.org".toLowerCase(java.util.Locale.ROOT),
                said(look().messages()).get(1).toLowerCase(java.util.Locale.ROOT));
        assertEquals(2, rows.committed("intake_message WHERE intake_id = ?", enquiry));
    }

    private void refused(TextRefused.Reason reason, String text) {
        assertEquals(reason, assertThrows(TextRefused.class, () -> asks(text)).reason());
        assertEquals(
                reason, assertThrows(TextRefused.class, () -> answers(text)).reason());
        assertEquals(reason, assertThrows(TextRefused.class, () -> tells(text)).reason());
    }

    @Test
    void afterTwentyMessagesOfHersOnOneDayTheNextWaitsUntilTomorrow() {
        for (int i = 0; i < Correspondence.MOST_A_DAY; i++) {
            asks("again");
        }
        assertThrows(TooManyMessages.class, () -> asks("once more"));
        answers(ANSWER);
        assertEquals(21, rows.committed("intake_message WHERE intake_id = ?", enquiry));

        rows.changeAsOwner("UPDATE intake_message SET day = day - 1 WHERE intake_id = ?", enquiry);
        asks("good morning");
    }

    @Test
    void theSameMessageSentTwiceIsKeptOnce() {
        UUID once = UUID.randomUUID();
        correspondence.send(code, once, QUESTION, visitor());
        correspondence.send(code, once, QUESTION, visitor());
        UUID twice = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            as(rowan, () -> {
                correspondence.write(enquiry, twice, ANSWER);
                return null;
            });
        }

        assertEquals(List.of(QUESTION, ANSWER), said(look().messages()));
    }

    @Test
    void theKeyOfMessagesIsNoOrphanHoweverLongTheyAreKept() {
        asks(QUESTION);
        int before = orphans.count();

        rows.changeAsOwnerOf(
                "keystore", "UPDATE erasure_key SET claimed_on = claimed_on - 40 WHERE ek_id = '" + messageKey() + "'");

        assertEquals(before, orphans.count());
        assertTrue(lives(messageKey()));
    }

    private UUID asks(String text) {
        UUID id = UUID.randomUUID();
        correspondence.send(code, id, text, visitor());
        return id;
    }

    private void answers(String text) {
        as(rowan, () -> {
            correspondence.write(enquiry, text);
            return null;
        });
    }

    private void tells(String text) {
        as(rowan, () -> {
            correspondence.tellColleagues(enquiry, UUID.randomUUID(), text);
            return null;
        });
    }

    private SeenByCode look() {
        return correspondence.look(code, visitor());
    }

    private List<Message> readByRowan() {
        return as(rowan, () -> correspondence.read(enquiry));
    }

    private static List<String> said(List<Message> messages) {
        return messages.stream().map(each -> each.said().orElse("")).toList();
    }

    private static List<String> saidInCase(List<KeptMessage> messages) {
        return messages.stream().map(each -> each.said().orElse("")).toList();
    }

    private static List<Boolean> hers(List<Message> messages) {
        return messages.stream().map(Message::hers).toList();
    }

    private UUID messageKey() {
        return UUID.fromString(rows.ofPractice("SELECT message_ek_id::text FROM intake WHERE id = ?", enquiry)
                .get(0));
    }

    private boolean lives(UUID key) {
        return rows.inKeystore("erasure_key WHERE ek_id = '" + key + "'") == 1;
    }

    private long lines(String action) {
        return rows.committed("audit_event WHERE action = ? AND object_ref = ?", action, enquiry);
    }

    /** Somebody new each time: wrong tries of one test are not another's. */
    private static String visitor() {
        return UUID.randomUUID().toString();
    }
}
