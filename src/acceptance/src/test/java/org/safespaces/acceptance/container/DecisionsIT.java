package org.safespaces.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safespaces.acceptance.container.Somebody.as;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safespaces.acceptance.container.clock.MovableClock;
import org.safespaces.access.HoldReason;
import org.safespaces.access.HoldSummary;
import org.safespaces.access.Holds;
import org.safespaces.access.NotYours;
import org.safespaces.access.TextRefused;
import org.safespaces.intake.Correspondence;
import org.safespaces.intake.DayDoesNotFit;
import org.safespaces.intake.DecidedMeanwhile;
import org.safespaces.intake.Decisions;
import org.safespaces.intake.EndOfEnquiries;
import org.safespaces.intake.IntakeGone;
import org.safespaces.intake.IntakeStatus;
import org.safespaces.intake.IntakeSummary;
import org.safespaces.intake.Intakes;
import org.safespaces.intake.Message;
import org.safespaces.intake.OwnCode;
import org.safespaces.intake.SeenByCode;
import org.safespaces.intake.TakingBack;
import org.safespaces.intake.WrongStep;
import org.safespaces.keys.CodeForm;
import org.safespaces.keys.EndOfCodes;
import org.safespaces.keys.ErasureKeyStore;
import org.safespaces.keys.KeyGone;
import org.safespaces.keys.Replay;
import org.safespaces.keys.ReturnCodes;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.keys.WrongPhrase;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.vault.EkId;

/** What readers decide about an enquiry: who may, from where to where, of two only one, and what is left of what was written. */
@InTheServer
class DecisionsIT {
    private static final String WORDS = "Thank you for writing. These people know more than we do.";
    private static final List<String> PLACES = List.of("RPH", "SAM");

    @Inject
    private AsRowan rowan;

    @Inject
    private AsAlder alder;

    @Inject
    private AsLinen linen;

    @Inject
    private AsBirch birch;

    @Inject
    private Decisions decisions;

    @Inject
    private Intakes intakes;

    @Inject
    private Correspondence correspondence;

    @Inject
    private Holds holds;

    @Inject
    private OwnCode ownCode;

    @Inject
    private TakingBack takingBack;

    @Inject
    private ReturnCodes codes;

    @Inject
    private EndOfCodes endOfCodes;

    @Inject
    private EndOfEnquiries endOfEnquiries;

    @Inject
    private ErasureKeyStore erasureKeys;

    @Inject
    private Replay replay;

    @Inject
    private FilledForms forms;

    @Inject
    private OwnCases own;

    @Inject
    private ByCode byCode;

    @Inject
    private Caller caller;

    @Inject
    private VaultLock lock;

    @Inject
    private Clock clock;

    @Inject
    private Rows rows;

    private String code;
    private UUID enquiry;
    private final List<UUID> sent = new ArrayList<>();

    @Deployment
    static EnterpriseArchive archive() {
        return Archives.practiceWithAClockToMove();
    }

    @BeforeEach
    void anEnquiry() throws IOException {
        own.unlock(rowan, "rowan");
        send();
    }

    private void send() {
        code = intakes.send(forms.shortest(), List.of()).code();
        enquiry = codes.use(code, visitor()).place().intakeId().orElseThrow();
        sent.add(enquiry);
    }

    /** Nothing of these tests waits in anybody's list afterwards. */
    @AfterEach
    void leaveTheInbox() {
        for (UUID id : sent) {
            rows.change("DELETE FROM intake_message WHERE intake_id = ?", id);
            rows.change("DELETE FROM intake_wrap WHERE intake_id = ?", id);
            rows.change("DELETE FROM intake_sending WHERE intake_id = ?", id);
            rows.change("DELETE FROM return_code WHERE intake_id = ? AND case_id IS NULL", id);
            rows.change("DELETE FROM intake WHERE id = ? AND case_id IS NULL", id);
        }
    }

    @Test
    void onTheWaitingListItStaysReadableAndHerCodeTellsTheDay() {
        read();
        LocalDate day = today().plusDays(20);

        decides(() -> decisions.keepWaiting(enquiry, seen(), day, ""));

        assertEquals(IntakeStatus.WAITING, row().status());
        assertEquals(Optional.of(day), row().writeAgainOn());
        assertEquals(Optional.of(day), look().progress().writeAgainOn());
        assertDoesNotThrow(this::read);
        assertEquals(1, lines("INTAKE_WAITS"));

        assertThrows(WrongStep.class, () -> decides(() -> decisions.keepWaiting(enquiry, seen(), day, "")));
        decides(() -> decisions.keepWaiting(enquiry, seen(), day.plusDays(7), "It takes us longer."));
        assertEquals(Optional.of(day.plusDays(7)), row().writeAgainOn());
        assertEquals(List.of("It takes us longer."), said());
    }

    @Test
    void theDayLiesBetweenTomorrowAndTheLastDayItIsKept() {
        read();
        LocalDate last = row().keepUntil();
        assertEquals(today().plusMonths(6), last);
        for (LocalDate day : List.of(today().minusDays(1), today(), last.plusDays(1), LocalDate.MAX)) {
            assertThrows(
                    DayDoesNotFit.class,
                    () -> decides(() -> decisions.keepWaiting(enquiry, seen(), day, "A word.")),
                    day.toString());
        }
        assertEquals(IntakeStatus.BEING_READ, row().status());
        assertEquals(List.of(), said(), "nor was she written to");

        decides(() -> decisions.keepWaiting(enquiry, seen(), last, ""));
        assertEquals(IntakeStatus.WAITING, row().status());
    }

    @Test
    void turnedAwayItIsDestroyedForEveryReaderAndHerCodeStillOpensTheReplyWithItsPlaces() {
        read();
        String said = byCode.enquiry(code, enquiry);
        assertTrue(said.contains("money"), "until then she reads what she wrote");
        asks("Are you there?");
        decides(() -> correspondence.write(enquiry, "We read this first."));
        decides(() -> correspondence.tellColleagues(enquiry, UUID.randomUUID(), "Not for us."));
        EkId key = byCode.erasureKeyOf(enquiry);

        decides(() -> decisions.turnAway(enquiry, seen(), WORDS, PLACES));

        assertFalse(erasureKeys.lives(key), "at once, not at night");
        assertEquals(1, rows.committed("intake WHERE id = ? AND clinical IS NULL AND identity IS NULL", enquiry));
        assertEquals(
                0, rows.committed("intake_wrap WHERE intake_id = ? AND recipient_id <> ?", enquiry, byCode.id(code)));
        assertThrows(NotYours.class, () -> read());
        assertThrows(NotYours.class, () -> as(rowan, () -> correspondence.read(enquiry)));
        SeenByCode seen = look();
        assertEquals(IntakeStatus.NOT_RIGHT, seen.progress().status());
        assertEquals(List.of(WORDS), said(), "the last reply, and nothing else");
        assertEquals(PLACES, seen.messages().get(0).places());
        assertFalse(seen.open(), "nobody would read an answer");
        assertEquals(1, lines("INTAKE_NOT_RIGHT"));

        String drawn = ownCode.draw(code, CodeForm.WORDS, visitor());
        ownCode.confirm(drawn);
        code = drawn;
        assertEquals(List.of(WORDS), said(), "also under the code that takes this one's place");
    }

    @Test
    void turnedAwayHerLastReplyCanStillBeDeletedByHer() {
        read();
        decides(() -> decisions.turnAway(enquiry, seen(), WORDS, PLACES));
        assertEquals(List.of(WORDS), said());

        takingBack.takeBack(code, visitor());

        for (String table : List.of(
                "intake WHERE id = ?",
                "intake_message WHERE intake_id = ?",
                "intake_wrap WHERE intake_id = ?",
                "return_code WHERE intake_id = ?")) {
            assertEquals(0, rows.committed(table, enquiry), table);
        }
        assertThrows(WrongPhrase.class, this::look);
    }

    @Test
    void closedItIsDestroyedWithOrWithoutALastWord() {
        EkId key = byCode.erasureKeyOf(enquiry);
        decides(() -> decisions.close(enquiry, seen(), ""));
        assertFalse(erasureKeys.lives(key));
        assertEquals(IntakeStatus.CLOSED, look().progress().status());
        assertEquals(List.of(), said());
        assertEquals(1, lines("INTAKE_CLOSED"));

        send();
        read();
        decides(() -> decisions.close(enquiry, seen(), "We wish you well."));
        assertEquals(List.of("We wish you well."), said());
        assertThrows(NotYours.class, this::read);
    }

    @Test
    void whatCannotBeSentDecidesNothing() {
        read();
        for (String text : List.of(" ", "x".repeat(2001), "data:image/png;base64,AAAA")) {
            assertThrows(
                    TextRefused.class, () -> decides(() -> decisions.turnAway(enquiry, seen(), text, PLACES)), text);
        }
        assertEquals(IntakeStatus.BEING_READ, row().status());
        assertDoesNotThrow(this::read);
    }

    @Test
    void fromEachStandingOnlyWhatTheTableAllows() {
        assertThrows(WrongStep.class, () -> decides(() -> decisions.keepWaiting(enquiry, 0, today().plusDays(1), "")));
        assertThrows(WrongStep.class, () -> decides(() -> decisions.turnAway(enquiry, 0, WORDS, PLACES)));
        assertThrows(WrongStep.class, () -> decides(() -> decisions.accept(enquiry, 0, Optional.empty())));
        assertEquals(IntakeStatus.RECEIVED, row().status(), "nobody has read it yet");
        assertEquals(List.of(), said());

        for (IntakeStatus from : List.of(IntakeStatus.BEING_READ, IntakeStatus.WROTE, IntakeStatus.WAITING)) {
            for (IntakeStatus to : List.of(IntakeStatus.ACCEPTED, IntakeStatus.NOT_RIGHT, IntakeStatus.CLOSED)) {
                send();
                bringTo(from);
                decide(to);
                assertEquals(to, look().progress().status(), from + " to " + to);
                assertThrows(IntakeGone.class, () -> decide(IntakeStatus.NOT_RIGHT), to + " is the end");
                assertThrows(IntakeGone.class, () -> decide(IntakeStatus.CLOSED), to + " is the end");
            }
        }
        send();
        bringTo(IntakeStatus.WROTE);
        decide(IntakeStatus.WAITING);
        assertEquals(IntakeStatus.WAITING, row().status());
    }

    @Test
    void acceptedWithAHoldNobodyErasesItAndWithoutOneItIsNotHeld() {
        read();
        CaseId held = decided(() -> decisions.accept(enquiry, seen(), Optional.of(HoldReason.COURT_OR_POLICE)))
                .id();
        assertEquals(
                Optional.of(HoldReason.COURT_OR_POLICE),
                as(rowan, () -> holds.on(held)).map(HoldSummary::reason));
        as(rowan, () -> {
            holds.lift(held);
            return null;
        });
        own.leave(held);

        send();
        read();
        CaseId free = decided(() -> decisions.accept(enquiry, seen(), Optional.empty()))
                .id();
        assertEquals(Optional.empty(), as(rowan, () -> holds.on(free)));
        own.leave(free);
    }

    @Test
    void nobodyDecidesButWhoeverItIsSealedToWithHerVaultOpen() {
        read();
        rows.change(
                "DELETE FROM intake_wrap WHERE intake_id = ? AND recipient_id = ?",
                enquiry,
                as(alder, () -> caller.therapist()).orElseThrow().value());
        AtWork atAlders = AtWork.unlocked(alder, lock, "alder");
        AtWork locked = AtWork.locked(rowan);

        for (Callable<Void> act : acts()) {
            assertThrows(NotYours.class, () -> atAlders.does(act));
            assertThrows(VaultLocked.class, () -> locked.does(act));
            assertThrows(EJBAccessException.class, () -> as(linen, act));
            assertThrows(EJBAccessException.class, () -> as(birch, act));
        }
        assertEquals(IntakeStatus.BEING_READ, row().status());
        assertDoesNotThrow(this::read);
    }

    @Test
    void whoeverLookedBeforeSomethingWasDecidedLooksAgainFirst() {
        read();
        AtWork atAlders = AtWork.unlocked(alder, lock, "alder");
        int seen = seen();
        atAlders.acts(() -> correspondence.write(enquiry, "Alder writes."));

        assertThrows(DecidedMeanwhile.class, () -> decides(() -> decisions.close(enquiry, seen, "")));
        assertEquals(IntakeStatus.WROTE, row().status());

        decides(() -> decisions.close(enquiry, seen(), ""));
        assertEquals(IntakeStatus.CLOSED, look().progress().status());
    }

    @Test
    void ofTwoWhoDecideAtOnceOneDoesAndTheOtherFindsItDecided() throws Exception {
        AtWork atRowans = AtWork.unlocked(rowan, lock, "rowan");
        AtWork atAlders = AtWork.unlocked(alder, lock, "alder");
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (int turn = 0; turn < 5; turn++) {
                send();
                read();
                UUID of = enquiry;
                CyclicBarrier together = new CyclicBarrier(2);
                List<Future<Boolean>> done = List.of(
                        two.submit(() -> won(together, atRowans, () -> decisions.turnAway(of, 0, WORDS, PLACES))),
                        two.submit(() -> won(together, atAlders, () -> decisions.close(of, 0, "Goodbye."))));
                assertTrue(done.get(0).get() ^ done.get(1).get(), "one of them");
                assertEquals(
                        done.get(0).get() ? IntakeStatus.NOT_RIGHT : IntakeStatus.CLOSED,
                        look().progress().status());
                assertEquals(1, look().messages().size());
            }
        } finally {
            two.shutdown();
        }
    }

    private static boolean won(CyclicBarrier together, AtWork who, Runnable act) throws Exception {
        together.await();
        try {
            who.acts(act);
            return true;
        } catch (IntakeGone second) {
            return false;
        }
    }

    @Test
    void onTheDayAfterItsLastItIsDestroyedAndItsRowGoesWithItsCode() throws Exception {
        read();
        decides(() -> decisions.keepWaiting(enquiry, seen(), today().plusDays(2), "We write again."));
        EkId key = byCode.erasureKeyOf(enquiry);
        UUID messages = messageKey();
        rows.change("UPDATE intake SET keep_until = ? WHERE id = ?", today(), enquiry);

        endOfEnquiries.round();
        assertDoesNotThrow(this::read, "on its last day it still opens");

        MovableClock.pass(Duration.ofDays(1));
        own.unlock(rowan, "rowan");
        endOfEnquiries.round();

        assertFalse(erasureKeys.lives(key));
        assertThrows(NotYours.class, this::read);
        assertEquals(IntakeStatus.CLOSED, look().progress().status(), "whoever has the code is told");
        assertEquals(List.of("We write again."), said());
        assertEquals(1, lines("INTAKE_EXPIRED"));
        endOfEnquiries.round();
        assertEquals(1, lines("INTAKE_EXPIRED"), "once");

        rows.change("UPDATE return_code SET expires_on = ? WHERE intake_id = ?", today().minusDays(1), enquiry);
        endOfCodes.round();
        endOfEnquiries.round();

        assertThrows(WrongPhrase.class, this::look);
        assertFalse(erasureKeys.lives(new EkId(messages)));
        for (String table : List.of(
                "intake WHERE id = ?",
                "intake_message WHERE intake_id = ?",
                "intake_wrap WHERE intake_id = ?",
                "intake_sending WHERE intake_id = ?")) {
            assertEquals(0, rows.committed(table, enquiry), table);
        }
        assertEquals(1, lines("INTAKE_FORGOTTEN"));
    }

    @Test
    void anOldBackupOpensItOnlyWithABackupOfTheKeystoreAndOnlyUntilTheNextStart() {
        read();
        EkId key = byCode.erasureKeyOf(enquiry);
        String where = " WHERE id = '" + enquiry + "'";
        String wraps = " WHERE intake_id = '" + enquiry + "'";
        String ofKey = " WHERE ek_id = '" + key.value() + "'";
        try {
            rows.changeAsOwnerOf("practice", "CREATE TABLE kept_intake AS SELECT * FROM intake" + where);
            rows.changeAsOwnerOf("practice", "CREATE TABLE kept_wrap AS SELECT * FROM intake_wrap" + wraps);
            rows.changeAsOwnerOf("keystore", "CREATE TABLE kept_key AS SELECT * FROM erasure_key" + ofKey);
            decides(() -> decisions.close(enquiry, seen(), ""));

            rows.changeAsOwnerOf("practice", "DELETE FROM intake_wrap" + wraps);
            rows.changeAsOwnerOf(
                    "practice",
                    "UPDATE intake i SET clinical = k.clinical, identity = k.identity, status = k.status"
                            + " FROM kept_intake k WHERE k.id = i.id");
            rows.changeAsOwnerOf("practice", "INSERT INTO intake_wrap SELECT * FROM kept_wrap");
            assertThrows(KeyGone.class, this::readAnew, "a backup of the practice's database alone");

            rows.changeAsOwnerOf("keystore", "INSERT INTO erasure_key SELECT * FROM kept_key");
            assertDoesNotThrow(this::readAnew, "this is what the 35 days are about, and it is said so");

            replay.replay();
            assertThrows(KeyGone.class, this::readAnew);
        } finally {
            rows.changeAsOwnerOf("practice", "DROP TABLE IF EXISTS kept_intake, kept_wrap");
            rows.changeAsOwnerOf("keystore", "DROP TABLE IF EXISTS kept_key");
        }
    }

    @Test
    void theListHoldsDaysAndStatesTheLongestFirstAndAsksOnce() {
        UUID first = enquiry;
        send();
        List<UUID> mine = AtWork.asked(rowan, () -> intakes.waiting()).stream()
                .map(IntakeSummary::id)
                .filter(sent::contains)
                .toList();

        assertEquals(List.of(first, enquiry), mine, "with the vault locked, in the order they came");
        assertEquals(
                List.of("id", "designation", "status", "receivedOn", "keepUntil", "again", "decisions"),
                java.util.Arrays.stream(IntakeSummary.class.getRecordComponents())
                        .map(java.lang.reflect.RecordComponent::getName)
                        .toList(),
                "nothing that could grade anybody");
    }

    private void bringTo(IntakeStatus status) {
        read();
        if (status == IntakeStatus.WROTE) {
            decides(() -> correspondence.write(enquiry, "A word."));
        } else if (status == IntakeStatus.WAITING) {
            decide(IntakeStatus.WAITING);
        }
        assertEquals(status, row().status());
    }

    private void decide(IntakeStatus to) {
        switch (to) {
            case WAITING -> decides(() -> decisions.keepWaiting(enquiry, seen(), today().plusDays(3), ""));
            case ACCEPTED -> own.leave(decided(() -> decisions.accept(enquiry, seen(), Optional.empty()))
                    .id());
            case NOT_RIGHT -> decides(() -> decisions.turnAway(enquiry, seen(), WORDS, PLACES));
            default -> decides(() -> decisions.close(enquiry, seen(), ""));
        }
    }

    private List<Callable<Void>> acts() {
        return List.of(
                act(() -> decisions.accept(enquiry, 0, Optional.empty())),
                act(() -> decisions.keepWaiting(enquiry, 0, today().plusDays(1), "")),
                act(() -> decisions.turnAway(enquiry, 0, WORDS, PLACES)),
                act(() -> decisions.close(enquiry, 0, "")));
    }

    private static Callable<Void> act(Runnable act) {
        return () -> {
            act.run();
            return null;
        };
    }

    private void decides(Runnable act) {
        as(rowan, act(act));
    }

    private <T> T decided(Callable<T> act) {
        return as(rowan, act);
    }

    private void read() {
        as(rowan, () -> intakes.open(enquiry));
    }

    private void readAnew() {
        own.asInTheNextRequest();
        read();
    }

    private void asks(String text) {
        correspondence.send(code, UUID.randomUUID(), text, visitor());
    }

    private SeenByCode look() {
        return correspondence.look(code, visitor());
    }

    private List<String> said() {
        return look().messages().stream()
                .map(Message::said)
                .map(said -> said.orElse(""))
                .toList();
    }

    private int seen() {
        return Integer.parseInt(rows.ofPractice("SELECT decisions FROM intake WHERE id = ?", enquiry)
                .get(0));
    }

    private IntakeSummary row() {
        return as(rowan, () -> intakes.waiting()).stream()
                .filter(each -> each.id().equals(enquiry))
                .findFirst()
                .orElseThrow();
    }

    private UUID messageKey() {
        return UUID.fromString(rows.ofPractice("SELECT message_ek_id FROM intake WHERE id = ?", enquiry)
                .get(0));
    }

    private long lines(String action) {
        return rows.committed("audit_event WHERE action = ? AND object_ref = ?", action, enquiry);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String visitor() {
        return UUID.randomUUID().toString();
    }
}
