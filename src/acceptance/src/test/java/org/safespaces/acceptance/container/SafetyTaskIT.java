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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safespaces.acceptance.container.clock.MovableClock;
import org.safespaces.access.NotYours;
import org.safespaces.followup.Escalation;
import org.safespaces.followup.EscalationRound;
import org.safespaces.followup.FollowUp;
import org.safespaces.followup.FollowUpState;
import org.safespaces.followup.FollowUpTally;
import org.safespaces.followup.FollowUps;
import org.safespaces.followup.NotYourTask;
import org.safespaces.followup.NothingSaid;
import org.safespaces.followup.OutOfTurn;
import org.safespaces.followup.Subject;
import org.safespaces.intake.Intakes;
import org.safespaces.intake.TakingBack;
import org.safespaces.keys.ReturnCodes;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.notes.CaseNotes;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.TherapistId;

/** What asks to be read today: somebody answers for it at any time, a clock runs, and nothing but numbers, states and times is in clear. */
@InTheServer
class SafetyTaskIT {
    private static final String WORDS = "kittiwake rang her on the Tuesday";
    private static final Map<String, String> THOUGHTS = Map.of("T3", "thoughts");

    @Inject
    private AsRowan rowan;

    @Inject
    private AsAlder alder;

    @Inject
    private AsBirch birch;

    @Inject
    private AsLinen linen;

    @Inject
    private FollowUps followUps;

    @Inject
    private Escalation escalation;

    @Inject
    private EscalationRound round;

    @Inject
    private Intakes intakes;

    @Inject
    private TakingBack takingBack;

    @Inject
    private CaseNotes notes;

    @Inject
    private FilledForms forms;

    @Inject
    private ReturnCodes codes;

    @Inject
    private VaultLock lock;

    @Inject
    private Caller caller;

    @Inject
    private OwnCases own;

    @Inject
    private UserTransaction transaction;

    @Inject
    private Clock clock;

    @Inject
    private Rows rows;

    private String code;
    private UUID enquiry;
    private UUID task;
    private Somebody first;
    private Somebody second;

    @Deployment
    static EnterpriseArchive archive() {
        return Archives.practiceWithAClockToMove();
    }

    /** An enquiry that asks for it. Who is first on the list of readers is for the list to say. */
    @BeforeEach
    void send() {
        code = intakes.send(forms.filled(THOUGHTS), List.of()).code();
        enquiry = codes.use(code, visitor()).place().intakeId().orElseThrow();
        task = tasksAbout(enquiry).get(0);
        first = owner().equals(idOf(rowan)) ? rowan : alder;
        second = first == rowan ? alder : rowan;
    }

    @Test
    void whatAsksToBeReadTodayIsOneTaskOfTheFirstReadersAndWhatDoesNotIsNone() throws Exception {
        assertEquals(1, tasksAbout(enquiry).size());
        assertEquals(List.of("RAISED"), steps());
        assertEquals("RAISED", state());
        FollowUp hers = shownTo(first);
        assertTrue(hers.mine());
        assertTrue(!hers.comes() && hers.next().orElseThrow().id().equals(idOf(second)));
        assertFalse(shownTo(second).mine());
        assertTrue(shownTo(second).comes());

        String calm = intakes.send(forms.shortest(), List.of()).code();
        assertEquals(
                List.of(),
                tasksAbout(codes.use(calm, visitor()).place().intakeId().orElseThrow()));

        transaction.begin();
        intakes.send(forms.filled(THOUGHTS), List.of());
        long raised = rows.underway("follow_up WHERE state = 'RAISED'");
        transaction.rollback();
        assertEquals(raised - 1, rows.committed("follow_up WHERE state = 'RAISED'"), "with the enquiry, or not at all");
    }

    /** Three reasons that have nothing to do with each other; and what a thief reads of them. */
    @Test
    void theTaskIsTheSameWhateverItIsAboutAndSaysNothing() {
        List<String> shapes = new ArrayList<>();
        for (Map<String, String> answers : List.of(THOUGHTS, Map.of("T3", "danger"), Map.of("S01", "today"))) {
            String sent = intakes.send(forms.filled(answers), List.of()).code();
            UUID about = codes.use(sent, visitor()).place().intakeId().orElseThrow();
            UUID one = tasksAbout(about).get(0);
            shapes.add(rows.ofPractice(
                            "SELECT concat_ws('|', f.subject, f.owner_id, f.state, f.version, e.step, e.by_id, e.owner_id)"
                                    + " FROM follow_up f JOIN follow_up_event e ON e.follow_up_id = f.id WHERE f.id = ?",
                            one)
                    .toString());
        }
        assertEquals(1, new TreeSet<>(shapes).size(), shapes::toString);
        assertEquals(
                List.of(
                        "act_by",
                        "arrival",
                        "escalates_again_at",
                        "escalates_at",
                        "id",
                        "owner_id",
                        "raised_at",
                        "since",
                        "state",
                        "subject",
                        "subject_id",
                        "version"),
                columns("follow_up"));
        assertEquals(
                List.of("arrival", "at", "by_id", "follow_up_id", "id", "owner_id", "step"),
                columns("follow_up_event"));
    }

    @Test
    void itsStepsFollowEachOtherAndNoneIsLeftOutOrTakenTwice() {
        AtWork hers = AtWork.unlocked(first, lock, account(first));
        AtWork theOthers = AtWork.unlocked(second, lock, account(second));

        assertThrows(OutOfTurn.class, () -> hers.acts(() -> followUps.act(task, WORDS)));
        assertThrows(OutOfTurn.class, () -> hers.acts(() -> followUps.close(task, WORDS)));
        assertThrows(NotYourTask.class, () -> theOthers.acts(() -> followUps.acknowledge(task)));
        hers.acts(() -> followUps.acknowledge(task));
        assertThrows(OutOfTurn.class, () -> hers.acts(() -> followUps.acknowledge(task)));
        assertThrows(OutOfTurn.class, () -> hers.acts(() -> followUps.close(task, WORDS)));
        assertThrows(NothingSaid.class, () -> hers.acts(() -> followUps.act(task, "  ")));
        assertThrows(NotYourTask.class, () -> theOthers.acts(() -> followUps.act(task, WORDS)));
        assertEquals("ACKNOWLEDGED", state());
        assertEquals(0, kept(), "what was refused left nothing");

        hers.acts(() -> followUps.act(task, WORDS));
        assertEquals(1, kept());
        assertThrows(OutOfTurn.class, () -> hers.acts(() -> followUps.act(task, WORDS)));
        assertThrows(NothingSaid.class, () -> hers.acts(() -> followUps.close(task, null)));
        assertEquals("ACTED", state());
        hers.acts(() -> followUps.close(task, WORDS));

        assertEquals("CLOSED", state());
        assertEquals(2, kept());
        assertThrows(OutOfTurn.class, () -> theOthers.acts(() -> followUps.takeOver(task, idOf(first))));
        assertThrows(OutOfTurn.class, () -> hers.acts(() -> followUps.close(task, WORDS)));
        assertEquals(List.of("RAISED", "ACKNOWLEDGED", "ACTED", "CLOSED"), steps());
        for (String action : List.of("RAISED", "ACKNOWLEDGED", "ACTED", "CLOSED")) {
            assertEquals(1, lines("FOLLOW_UP_" + action), action);
        }
    }

    @Test
    void whatIsSaidOfItIsSealedAndReadByTheOtherReaders() {
        AtWork hers = AtWork.unlocked(first, lock, account(first));
        hers.acts(() -> followUps.acknowledge(task));
        hers.acts(() -> followUps.act(task, WORDS));

        assertEquals(
                List.of("0"),
                rows.ofPractice(
                        "SELECT count(*) FROM intake_message WHERE intake_id = ? AND position(?::bytea IN sealed) > 0",
                        enquiry,
                        WORDS.getBytes(StandardCharsets.UTF_8)));
        AtWork theOthers = AtWork.unlocked(second, lock, account(second));
        CaseId accepted = theOthers.does(() -> intakes.accept(enquiry)).id();
        List<String> record = theOthers.does(() -> notes.list(accepted).stream()
                .map(each -> notes.read(accepted, each.itemId()).said())
                .toList());
        assertTrue(record.stream().anyMatch(said -> said.contains(WORDS)), "it follows into the record");
        own.leave(accepted);
    }

    @Test
    void aLockedVaultAcknowledgesAndSealsNothing() {
        AtWork hers = AtWork.locked(first);
        hers.acts(() -> followUps.acknowledge(task));

        assertThrows(VaultLocked.class, () -> hers.acts(() -> followUps.act(task, WORDS)));

        assertEquals("ACKNOWLEDGED", state());
        assertEquals(0, kept());
    }

    @Test
    void whatNobodyAcknowledgesGoesToTheNextReaderOnceAndStaysWithTheLast() {
        Instant due = time("escalates_at");
        Instant again = time("escalates_again_at");
        assertTrue(due.isAfter(clock.instant()) && again.isAfter(due));
        passUntil(due.minusSeconds(30));
        round.round();
        assertEquals(idOf(first), owner());

        passUntil(due.plusSeconds(1));
        round.round();
        round.round();

        assertEquals(idOf(second), owner());
        assertEquals("RAISED", state());
        assertEquals(List.of("RAISED", "ESCALATED"), steps());
        assertEquals(
                1,
                rows.committed(
                        "audit_event WHERE action = 'FOLLOW_UP_ESCALATED' AND actor_role = 'server' AND object_ref = ?",
                        task));
        assertTrue(shownTo(second).mine() && shownTo(second).escalatesAt().isEmpty(), "nobody comes after her");
        assertThrows(NotYourTask.class, () -> as(first, done(() -> followUps.acknowledge(task))));

        passUntil(again.plusSeconds(1));
        round.round();
        passUntil(again.plus(Duration.ofDays(40)));
        round.round();

        assertEquals(idOf(second), owner());
        assertEquals("RAISED", state(), "nothing closes by itself");
        assertEquals(List.of("RAISED", "ESCALATED"), steps());
        assertTrue(shownTo(first).late() && shownTo(second).late(), "both see that it waits");
        as(second, done(() -> followUps.acknowledge(task)));
        assertEquals("ACKNOWLEDGED", state());
    }

    @Test
    void whatIsAcknowledgedGoesNowhere() {
        Instant due = time("escalates_at");
        as(first, done(() -> followUps.acknowledge(task)));
        passUntil(due.plus(Duration.ofDays(3)));
        round.round();

        assertEquals(idOf(first), owner());
        assertEquals(List.of("RAISED", "ACKNOWLEDGED"), steps());
        assertTrue(shownTo(first).late(), "past its day");
    }

    @Test
    void ofSeveralServersOneLetsItGoOn() throws Exception {
        passUntil(time("escalates_at").plusSeconds(1));

        atOnce(6, () -> escalation.escalateNext());
        round.round();

        assertEquals(List.of("RAISED", "ESCALATED"), steps());
        assertEquals(idOf(second), owner());
    }

    @Test
    void ofSeveralWhoTakeItOverAtOnceOneHasItAndTheOthersAreTold() throws Exception {
        TherapistId from = idOf(first);
        List<Throwable> failures = atOnce(5, () -> AtWork.asked(second, done(() -> followUps.takeOver(task, from))));

        assertEquals(4, failures.size());
        assertTrue(failures.stream().allMatch(NotYourTask.class::isInstance), failures::toString);
        assertEquals(idOf(second), owner());
        assertEquals(List.of("RAISED", "TAKEN_OVER", "ACKNOWLEDGED"), steps());
        assertThrows(NotYourTask.class, () -> as(first, done(() -> followUps.acknowledge(task))));
        as(first, done(() -> followUps.takeOver(task, idOf(second))));
        assertEquals(idOf(first), owner(), "and back");
    }

    @Test
    void everyStepLeavesExactlyOneOwner() {
        passUntil(time("escalates_at").plusSeconds(1));
        round.round();
        as(first, done(() -> followUps.takeOver(task, idOf(second))));

        assertEquals(
                List.of(idOf(first), idOf(second), idOf(first), idOf(first)).toString(),
                rows
                        .ofPractice(
                                "SELECT owner_id::text FROM follow_up_event WHERE follow_up_id = ? ORDER BY arrival",
                                task)
                        .stream()
                        .map(id -> new TherapistId(UUID.fromString(id)))
                        .toList()
                        .toString());
        assertEquals(idOf(first), owner());
        assertEquals(
                "23502",
                rows.refusal("practice_app", "UPDATE follow_up SET owner_id = NULL WHERE id = '" + task + "'"));
        assertEquals(
                "42501",
                rows.refusal("practice_app", "DELETE FROM follow_up_event WHERE follow_up_id = '" + task + "'"));
        assertEquals("42501", rows.refusal("practice_app", "UPDATE follow_up_event SET owner_id = owner_id"));
    }

    @Test
    void itFollowsIntoTheCaseAndItsSealedWordsAreNotesOfTheRecord() {
        AtWork theOthers = AtWork.unlocked(second, lock, account(second));

        CaseId accepted = theOthers.does(() -> intakes.accept(enquiry)).id();

        assertEquals(idOf(second), owner());
        assertEquals("RAISED", state());
        assertEquals(List.of("RAISED", "HANDED_ON"), steps());
        FollowUp now = theOthers.does(() -> followUps.find(task));
        assertEquals(Subject.of(accepted), now.subject());
        assertThrows(NotYours.class, () -> as(first, () -> followUps.find(task)));
        assertThrows(NotYours.class, () -> as(first, done(() -> followUps.takeOver(task, idOf(second)))));
        assertFalse(seenBy(first).contains(task));
        theOthers.acts(() -> followUps.acknowledge(task));
        int before = theOthers.does(() -> notes.list(accepted)).size();
        theOthers.acts(() -> followUps.act(task, WORDS));
        theOthers.acts(() -> followUps.close(task, WORDS));
        assertEquals(before + 2, theOthers.does(() -> notes.list(accepted)).size());
        own.leave(accepted);
    }

    @Test
    void whatIsTakenBackTakesItsTaskAlongAndTheLogKeepsThat() {
        takingBack.takeBack(code, visitor());

        assertEquals(0, rows.committed("follow_up WHERE id = ?", task));
        assertEquals(0, rows.committed("follow_up_event WHERE follow_up_id = ?", task));
        assertEquals(1, lines("FOLLOW_UP_GONE"));
        assertThrows(NoSuchPerson.class, () -> as(first, () -> followUps.find(task)));
    }

    @Test
    void aReaderOpensOneHerselfAndASecondReasonJoinsIt() {
        String calm = intakes.send(forms.shortest(), List.of()).code();
        UUID about = codes.use(calm, visitor()).place().intakeId().orElseThrow();
        AtWork theOthers = AtWork.unlocked(second, lock, account(second));
        assertThrows(
                NothingSaid.class, () -> theOthers.does(() -> followUps.raise(Subject.enquiry(about), List.of(" "))));

        task = theOthers.does(() -> followUps.raise(Subject.enquiry(about), List.of(WORDS, WORDS)));

        assertEquals(idOf(second), owner());
        assertEquals("ACKNOWLEDGED", state());
        assertEquals(List.of("RAISED", "ACKNOWLEDGED"), steps());
        AtWork hers = AtWork.unlocked(first, lock, account(first));
        UUID joined = hers.does(() -> followUps.raise(Subject.enquiry(about), List.of(WORDS)));

        assertEquals(task, joined, "one at a time");
        assertEquals(idOf(second), owner());
        assertEquals("RAISED", state(), "to be acknowledged again");
        assertTrue(shownTo(second).escalatesAt().isPresent()
                || shownTo(second).next().isEmpty());
        assertEquals(List.of("RAISED", "ACKNOWLEDGED", "RAISED_AGAIN"), steps());
        assertEquals(3, rows.committed("intake_message WHERE intake_id = ? AND kind = 'FOR_COLLEAGUES'", about));
    }

    @Test
    void nobodyElseSeesOneOrTakesAStep() {
        AtWork hers = AtWork.unlocked(first, lock, account(first));
        CaseId accepted = hers.does(() -> intakes.accept(enquiry)).id();
        long refused =
                rows.committed("audit_event WHERE action = 'ACCESS_REFUSED' AND object_ref = ?", accepted.value());

        assertThrows(NotYours.class, () -> as(second, done(() -> followUps.acknowledge(task))));
        assertThrows(NotYours.class, () -> as(second, () -> followUps.about(Subject.of(accepted))));
        assertThrows(NotYours.class, () -> as(second, () -> followUps.history(task)));
        assertThrows(NotYours.class, () -> as(second, () -> followUps.raise(Subject.of(accepted), List.of(WORDS))));
        assertEquals(
                refused + 4,
                rows.committed("audit_event WHERE action = 'ACCESS_REFUSED' AND object_ref = ?", accepted.value()));
        for (Somebody stranger : List.of(linen, birch)) {
            assertThrows(EJBAccessException.class, () -> as(stranger, () -> followUps.open()));
        }
        own.leave(accepted);
    }

    @Test
    void anAdminIsToldHowManyAndSinceWhenAndNoMore() {
        FollowUpTally tally = as(birch, () -> followUps.tally());

        assertEquals(rows.committed("follow_up WHERE state <> 'CLOSED'"), tally.open());
        assertEquals(rows.committed("follow_up WHERE state = 'RAISED'"), tally.unacknowledged());
        assertTrue(tally.oldest().isPresent());
        assertThrows(EJBAccessException.class, () -> as(rowan, () -> followUps.tally()));
    }

    @Test
    void theyStandInTheOrderTheyCame() {
        String next = intakes.send(forms.filled(THOUGHTS), List.of()).code();
        UUID later = tasksAbout(codes.use(next, visitor()).place().intakeId().orElseThrow())
                .get(0);
        as(first, done(() -> followUps.acknowledge(task)));

        List<UUID> shown = as(first, () -> followUps.open()).stream()
                .map(FollowUp::id)
                .filter(List.of(task, later)::contains)
                .toList();

        assertEquals(
                List.of(task, later), shown, "whatever has been done about them since, or what time it was elsewhere");
        assertTrue(seenBy(second).contains(task));
    }

    private FollowUp shownTo(Somebody reader) {
        return as(reader, () -> followUps.open()).stream()
                .filter(each -> each.id().equals(task))
                .findFirst()
                .orElseThrow();
    }

    private Set<UUID> seenBy(Somebody reader) {
        return as(reader, () -> followUps.open()).stream()
                .filter(each -> each.state() != FollowUpState.CLOSED)
                .map(FollowUp::id)
                .collect(java.util.stream.Collectors.toSet());
    }

    private void passUntil(Instant then) {
        MovableClock.pass(Duration.between(clock.instant(), then));
    }

    private List<UUID> tasksAbout(UUID about) {
        return rows.ofPractice("SELECT id::text FROM follow_up WHERE subject_id = ? ORDER BY arrival", about).stream()
                .map(UUID::fromString)
                .toList();
    }

    private TherapistId owner() {
        return new TherapistId(UUID.fromString(column("owner_id::text")));
    }

    private String state() {
        return column("state");
    }

    private Instant time(String column) {
        return Instant.ofEpochMilli(Long.parseLong(column("(extract(epoch FROM " + column + ") * 1000)::bigint")));
    }

    private String column(String column) {
        return rows.ofPractice("SELECT " + column + " FROM follow_up WHERE id = ?", task)
                .get(0);
    }

    private List<String> steps() {
        return rows.ofPractice("SELECT step FROM follow_up_event WHERE follow_up_id = ? ORDER BY arrival", task);
    }

    private List<String> columns(String table) {
        return rows.ofPractice(
                "SELECT column_name FROM information_schema.columns WHERE table_name = ? ORDER BY column_name", table);
    }

    /** Notes for colleagues about the enquiry. */
    private long kept() {
        return rows.committed("intake_message WHERE intake_id = ? AND kind = 'FOR_COLLEAGUES'", enquiry);
    }

    private long lines(String action) {
        return rows.committed("audit_event WHERE action = ? AND object_ref = ?", action, task);
    }

    private TherapistId idOf(Somebody therapist) {
        return as(therapist, () -> caller.therapist()).orElseThrow();
    }

    private String account(Somebody therapist) {
        return therapist == rowan ? "rowan" : "alder";
    }

    /** What failed of as many as were tried at once. */
    private static List<Throwable> atOnce(int times, Callable<?> act) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(times);
        try {
            List<Callable<Throwable>> all = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                all.add(() -> {
                    try {
                        act.call();
                        return null;
                    } catch (Exception failure) {
                        return failure;
                    }
                });
            }
            List<Throwable> failures = new ArrayList<>();
            for (Future<Throwable> done : people.invokeAll(all)) {
                if (done.get() != null) {
                    failures.add(done.get());
                }
            }
            return failures;
        } finally {
            people.shutdown();
        }
    }

    private static Callable<Void> done(Runnable act) {
        return () -> {
            act.run();
            return null;
        };
    }

    /** Somebody nobody has counted yet. */
    private static String visitor() {
        return UUID.randomUUID().toString();
    }
}
