package org.safespaces.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safespaces.acceptance.container.Somebody.as;

import com.sun.management.ThreadMXBean;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safespaces.access.ClientCodes;
import org.safespaces.access.Covers;
import org.safespaces.access.Joining;
import org.safespaces.access.NotYours;
import org.safespaces.access.OwnRecord;
import org.safespaces.access.RecordChange;
import org.safespaces.intake.IntakeGone;
import org.safespaces.intake.Intakes;
import org.safespaces.intake.OwnCode;
import org.safespaces.intake.TakingBack;
import org.safespaces.keys.CaseKeys;
import org.safespaces.keys.CodeForm;
import org.safespaces.keys.CodeGiver;
import org.safespaces.keys.EndOfCodes;
import org.safespaces.keys.ErasureKeyStore;
import org.safespaces.keys.Interrupted;
import org.safespaces.keys.ReturnCodes;
import org.safespaces.keys.TooManyTries;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.keys.WeakPhrase;
import org.safespaces.keys.WrongPhrase;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.TherapistId;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.EkId;
import org.safespaces.vault.GuessingCost;
import org.safespaces.vault.ItemAddress;
import org.safespaces.vault.SealedItem;
import org.safespaces.vault.Vault;
import org.safespaces.vault.VaultException;

/** A client's code: replaced by her, replaced by her therapist, ended, and guessed at. */
@InTheServer
class CodesIT {
    private static final String PHRASE = "nine purple kettles boil under the Severn bridge";
    private static final long ONE_STRETCHING = 1024L * GuessingCost.memoryKiB();

    @Inject
    private AsRowan rowan;

    @Inject
    private AsAlder alder;

    @Inject
    private AsBirch birch;

    @Inject
    private AsReed reed;

    @Inject
    private ClientCodes clientCodes;

    @Inject
    private OwnCode ownCode;

    @Inject
    private ReturnCodes codes;

    @Inject
    private TakingBack takingBack;

    @Inject
    private ErasureKeyStore erasureKeys;

    @Inject
    private EndOfCodes endOfCodes;

    @Inject
    private Intakes intakes;

    @Inject
    private FilledForms forms;

    @Inject
    private Covers covers;

    @Inject
    private Joining joining;

    @Inject
    private OwnRecord ownRecord;

    @Inject
    private Caller caller;

    @Inject
    private VaultLock lock;

    @Inject
    private Vault vault;

    @Inject
    private OwnCases own;

    @Inject
    private ByCode byCode;

    @Inject
    private Clock clock;

    @Inject
    private Rows rows;

    private CaseId id;

    @Deployment
    static EnterpriseArchive archive() {
        return Archives.practice();
    }

    @BeforeEach
    void aCaseOfRowans() throws Exception {
        own.unlock(rowan, "rowan");
        id = own.openedBy(rowan);
    }

    @AfterEach
    void leave() {
        rows.change("DELETE FROM client WHERE case_id = ?", id.value());
        own.leave(id);
    }

    @Test
    void aCodeGivenByTheTherapistOpensWhatWasWrittenBeforeAndTheOneBeforeOpensNothing() {
        assertTrue(as(rowan, () -> clientCodes.of(id)).isEmpty(), "she came without an enquiry");
        String first = given();
        Message message = written("See you on Monday.");
        assertEquals("See you on Monday.", message.by(first));

        String second = given();

        assertEquals("See you on Monday.", message.by(second));
        assertThrows(VaultException.class, () -> message.by(first));
        assertOpensNothing(first);
        assertEquals(id, used(second));
        assertEquals(List.of(byCode.id(second).toString()), grantedIn(0));
        assertEquals(0, rows.committed("case_grant WHERE recipient_id = ?", byCode.id(first)));
        assertEquals(2, lines("CODE_GIVEN"));
        assertEquals(
                CodeGiver.THERAPIST,
                as(rowan, () -> clientCodes.of(id)).orElseThrow().givenBy());
    }

    @Test
    void aChangeOfTheLockCarriesTheGivenCodeWithIt() {
        String code = given();
        changeLock();

        assertEquals("After it.", written("After it.").by(code));
        assertEquals(List.of(byCode.id(code).toString()), grantedIn(1));
    }

    @Test
    void aDrawnCodeCountsOnceItIsTypedBackAndOpensWhatTheOneBeforeOpened() {
        String before = given();
        Message message = written("See you on Monday.");

        String drawn = ownCode.draw(before, CodeForm.WORDS, visitor());

        assertEquals(10, drawn.split(" ").length);
        assertOpensNothing(drawn);
        assertThrows(WrongPhrase.class, () -> ownCode.confirm(before));
        assertEquals(id, used(before), "until it is typed back the one before opens");

        ownCode.confirm(drawn.toUpperCase(java.util.Locale.ROOT).replace(' ', '-'));

        assertEquals(id, used(drawn));
        assertEquals("See you on Monday.", message.by(drawn));
        assertOpensNothing(before);
        assertThrows(VaultException.class, () -> message.by(before));
        assertEquals(List.of(byCode.id(drawn).toString()), grantedIn(0));
        assertEquals(1, lines("CODE_CHANGED"));
        assertThrows(Interrupted.class, () -> ownCode.confirm(drawn), "it is done");
    }

    @Test
    void aChangeOfTheLockCarriesTheChangedCodeWithItAndTheHolderSigns() {
        String drawn = changed(changed(given(), CodeForm.WORDS), CodeForm.DIGITS);
        UUID rowansId = as(rowan, () -> caller.therapist()).orElseThrow().value();
        assertEquals(List.of(), grantorsIn(0, rowansId), "no therapist was there");

        changeLock();

        assertEquals("After it.", written("After it.").by(drawn));
        assertEquals(List.of(byCode.id(drawn).toString()), grantedIn(1));
        assertEquals(List.of(byCode.id(drawn).toString()), grantorsIn(1, rowansId));
    }

    /** Somebody who writes to the database, and waits for the next change of the lock. */
    @Test
    void aCodeThatNobodyGaveIsLetIntoNothing() {
        String forged = "1234 5678 9012 3456";
        byte[] key = new byte[32];
        key[0] = 9;
        rows.change(
                "INSERT INTO return_code (lookup, code_id, box_key, case_id, expires_on, given_on, given_by) VALUES"
                        + " (sha256(?::bytea), encode(substr(sha256(?), 1, 16), 'hex')::uuid, ?, ?, current_date + 30,"
                        + " current_date, 'ENQUIRY')",
                forged,
                key,
                key,
                id.value());

        changeLock();

        assertEquals(List.of(), grantedIn(1));
        rows.change("DELETE FROM return_code WHERE case_id = ?", id.value());
    }

    @Test
    void whatChangedInBetweenIsBegunAnewAndTheOneBeforeStillOpens() {
        String before = given();
        String drawn = ownCode.draw(before, CodeForm.DIGITS, visitor());
        changeLock();

        assertThrows(Interrupted.class, () -> ownCode.confirm(drawn));

        assertOpensNothing(drawn);
        assertEquals("After it.", written("After it.").by(before));
        assertEquals(id, used(before));
        String second = ownCode.draw(before, CodeForm.DIGITS, visitor());
        String given = given();
        assertThrows(Interrupted.class, () -> ownCode.confirm(second), "her therapist has given her another");
        assertEquals(id, used(given));
    }

    @Test
    void aPhraseOfHerOwnTakesItsPlaceIfNobodyCouldGuessIt() {
        String before = given();
        Message message = written("See you on Monday.");
        for (String weak : List.of("", "password password 1", "4821 0937 5516 2704", "aaaaaaaaaaaaaaaaaaaaaaaa")) {
            assertThrows(WeakPhrase.class, () -> ownCode.choose(before, weak, visitor()));
        }
        assertEquals(id, used(before));

        ownCode.choose(before, PHRASE, visitor());

        assertEquals(id, used("  " + PHRASE.replace(" ", "   ")));
        assertEquals("See you on Monday.", message.by(PHRASE));
        assertOpensNothing(before);
        assertThrows(WeakPhrase.class, () -> ownCode.choose(PHRASE, PHRASE, visitor()), "it serves somebody already");
        changed(PHRASE, CodeForm.DIGITS);
        assertOpensNothing(PHRASE);
    }

    @Test
    void whatSheWroteInHerEnquiryFollowsHerFromCodeToCodeAndIntoTheCase() {
        String first = intakes.send(forms.shortest(), List.of()).code();
        UUID enquiry = codes.use(first, visitor()).place().intakeId().orElseThrow();
        String said = byCode.enquiry(first, enquiry);

        String drawn = changed(first, CodeForm.WORDS);

        assertEquals(said, byCode.enquiry(drawn, enquiry));
        assertThrows(VaultException.class, () -> byCode.enquiry(first, enquiry));
        assertOpensNothing(first);
        assertEquals(1, rows.committed("intake_wrap WHERE intake_id = ? AND recipient_id = recipient_key_id", enquiry));

        String late = ownCode.draw(drawn, CodeForm.DIGITS, visitor());
        CaseId accepted = as(rowan, () -> intakes.accept(enquiry)).id();
        assertThrows(Interrupted.class, () -> ownCode.confirm(late), "it has become a case meanwhile");
        assertEquals(accepted, used(drawn));
        own.leave(id);
        id = accepted;
        assertEquals("Welcome.", written("Welcome.").by(changed(drawn, CodeForm.DIGITS)));
    }

    /** Somebody who writes to the database, and waits for the enquiry to become a case. */
    @Test
    void aCodePutInThePlaceOfHersBeforeAcceptanceIsLetIntoNothingAndIsInTheLog() {
        String hers = intakes.send(forms.shortest(), List.of()).code();
        UUID enquiry = codes.use(hers, visitor()).place().intakeId().orElseThrow();
        byte[] key = new byte[32];
        key[0] = 9;
        rows.changeAsOwner(
                "UPDATE return_code SET code_id = encode(substr(sha256(?), 1, 16), 'hex')::uuid, box_key = ?"
                        + " WHERE intake_id = ?",
                key,
                key,
                enquiry);
        rows.changeAsOwner(
                "UPDATE intake_wrap SET recipient_id = encode(substr(sha256(?), 1, 16), 'hex')::uuid,"
                        + " recipient_key_id = encode(substr(sha256(?), 1, 16), 'hex')::uuid"
                        + " WHERE intake_id = ? AND recipient_id = recipient_key_id",
                key,
                key,
                enquiry);

        CaseId accepted = as(rowan, () -> intakes.accept(enquiry)).id();

        own.leave(id);
        id = accepted;
        assertEquals(List.of(), grantedIn(0));
        assertEquals(1, rows.committed("audit_event WHERE action = 'CODE_REFUSED' AND object_ref = ?", enquiry));
        assertEquals(0, rows.committed("return_code WHERE intake_id = ?", enquiry));
        String anew = given();
        assertEquals("Welcome.", written("Welcome.").by(anew));
    }

    @Test
    void whatSheTakesBackIsGoneForEverybodyAndItsKeyAsWell() {
        String code = intakes.send(forms.shortest(), List.of()).code();
        UUID enquiry = codes.use(code, visitor()).place().intakeId().orElseThrow();
        EkId key = byCode.erasureKeyOf(enquiry);
        assertTrue(erasureKeys.lives(key));
        assertThrows(WrongPhrase.class, () -> takingBack.takeBack("1111 2222 3333 4444", visitor()));

        takingBack.takeBack(code, visitor());

        assertOpensNothing(code);
        assertThrows(NotYours.class, () -> as(rowan, () -> intakes.open(enquiry)));
        assertFalse(erasureKeys.lives(key), "at once, not at night");
        for (String table : List.of(
                "intake WHERE id = ?", "intake_wrap WHERE intake_id = ?", "intake_sending WHERE intake_id = ?")) {
            assertEquals(0, rows.committed(table, enquiry), table);
        }
        assertEquals(1, rows.committed("audit_event WHERE action = 'INTAKE_TAKEN_BACK' AND object_ref = ?", enquiry));
    }

    @Test
    void whatHasBecomeACaseIsNotTakenBackByACode() {
        String code = intakes.send(forms.shortest(), List.of()).code();
        UUID enquiry = codes.use(code, visitor()).place().intakeId().orElseThrow();
        CaseId accepted = as(rowan, () -> intakes.accept(enquiry)).id();

        assertThrows(IntakeGone.class, () -> takingBack.takeBack(code, visitor()));

        assertEquals(accepted, used(code));
        own.leave(id);
        id = accepted;
    }

    @Test
    void whoeverCoversAndWhoeverRunsThePracticeIsRefusedAndNothingChanges() {
        String code = given();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
        TherapistId alders = as(alder, () -> caller.therapist()).orElseThrow();
        as(rowan, done(() -> covers.give(List.of(id), alders, today, today)));
        AtWork atAlders = AtWork.unlocked(alder, lock, "alder");
        assertTrue(atAlders.does(() -> clientCodes.of(id)).isPresent(), "until when it works she may see");
        long refused = refusals();

        assertThrows(NotYours.class, () -> atAlders.does(() -> clientCodes.renew(id)));
        assertThrows(NotYours.class, () -> atAlders.acts(() -> clientCodes.demandOwn(id)));

        assertEquals(refused + 2, refusals());
        for (Somebody other : List.of(birch, reed)) {
            assertThrows(EJBAccessException.class, () -> as(other, () -> clientCodes.renew(id)));
            assertThrows(EJBAccessException.class, () -> as(other, () -> clientCodes.of(id)));
        }
        assertEquals(id, used(code));
        assertEquals(1, lines("CODE_GIVEN"));
    }

    @Test
    void aLockedVaultGivesNoCodeAndTakesNoneAway() {
        String code = given();
        AtWork atRowans = AtWork.unlocked(rowan, lock, "rowan");
        atRowans.acts(() -> lock.lock());

        assertThrows(VaultLocked.class, () -> atRowans.does(() -> clientCodes.renew(id)));

        assertEquals(id, used(code));
        assertEquals(1, lines("CODE_GIVEN"));
    }

    @Test
    void theClientIsToldOfEachChange() {
        String code = given();
        as(reed, done(() -> joining.join(code)));
        as(reed, done(() -> ownRecord.isSeen()));

        String changed = changed(code, CodeForm.DIGITS);

        assertTrue(as(reed, () -> ownRecord.hasNews()));
        given();
        rows.change("UPDATE return_code SET expires_on = current_date - 1 WHERE case_id = ?", id.value());
        endOfCodes.round();
        assertOpensNothing(changed);
        assertEquals(
                List.of(
                        RecordChange.Kind.CODE_ENDED,
                        RecordChange.Kind.CODE_CHANGED,
                        RecordChange.Kind.CODE_GIVEN,
                        RecordChange.Kind.CODE_GIVEN,
                        RecordChange.Kind.OPENED),
                as(reed, () -> ownRecord.changes()).stream()
                        .map(RecordChange::kind)
                        .toList());
    }

    @Test
    void aCodeThatNobodyUsedForThirtyDaysEndsWithEverythingThatWasSealedToIt() {
        String code = given();
        UUID codeId = byCode.id(code);
        Message message = written("See you on Monday.");
        LocalDate today = LocalDate.now(clock);
        assertEquals(
                today.plusDays(30),
                as(rowan, () -> clientCodes.of(id)).orElseThrow().expiresOn());
        rows.change("UPDATE return_code SET expires_on = ? WHERE case_id = ?", today, id.value());
        endOfCodes.round();
        assertEquals(id, used(code), "its last day is a day, and using it begins another thirty");
        rows.change("UPDATE return_code SET expires_on = ? WHERE case_id = ?", today.minusDays(1), id.value());
        assertOpensNothing(code);
        assertTrue(as(rowan, () -> clientCodes.of(id)).isEmpty());

        endOfCodes.round();
        endOfCodes.round();

        assertEquals(0, rows.committed("return_code WHERE case_id = ?", id.value()));
        assertEquals(0, rows.committed("case_grant WHERE recipient_id = ?", codeId));
        assertThrows(VaultException.class, () -> message.by(code));
        assertEquals(
                1,
                rows.committed(
                        "audit_event WHERE action = 'CODE_EXPIRED' AND actor_role = 'server' AND object_ref = ?",
                        id.value()));
        assertEquals("See you on Monday.", message.by(given()), "what was written waits for the next one");
    }

    /** The work is counted in memory: one stretching takes megabytes, and nothing beside it comes near. */
    @Test
    void aWrongAnExpiredAndAnUnknownCodeCostTheSameAndAreAnsweredTheSame() {
        String expired = given();
        rows.change("UPDATE return_code SET expires_on = current_date - 1 WHERE case_id = ?", id.value());
        List<String> refused = List.of(expired, "1111 2222 3333 4444", "no code at all", PHRASE, "4821 0937 5516 270x");
        for (String typed : refused) {
            long before = allocated();
            WrongPhrase same = assertThrows(WrongPhrase.class, () -> codes.use(typed, visitor()));
            assertEquals(1, (allocated() - before) / ONE_STRETCHING, typed);
            assertEquals("does not open", same.getMessage());
        }
    }

    @Test
    void fiftyTriesOfOneVisitorAtOnceAreFive() throws Exception {
        String who = visitor();
        List<Throwable> failures = atOnce(50, () -> codes.use("1111 2222 3333 4444", who));

        assertEquals(5, failures.stream().filter(WrongPhrase.class::isInstance).count());
        assertEquals(
                45, failures.stream().filter(TooManyTries.class::isInstance).count());
    }

    /** Test T-limit of the plan, in its small form. */
    @Test
    void aFloodOfCodesFromManyVisitorsDoesNotKeepATherapistFromHerVault() throws Exception {
        ExecutorService desk = Executors.newSingleThreadExecutor();
        try {
            CountDownLatch underWay = new CountDownLatch(10);
            Future<Duration> unlocked = desk.submit(() -> {
                underWay.await();
                Instant before = Instant.now();
                AtWork.unlocked(rowan, lock, "rowan");
                return Duration.between(before, Instant.now());
            });
            List<Throwable> failures = atOnce(50, () -> {
                underWay.countDown();
                return codes.use("1111 2222 3333 4444", visitor());
            });

            assertTrue(unlocked.get().compareTo(Duration.ofSeconds(5)) < 0, () -> "took " + unlocked);
            assertEquals(50, failures.size());
            assertTrue(failures.stream().noneMatch(TooManyTries.class::isInstance), "each had a try of her own");
        } finally {
            desk.shutdown();
        }
    }

    private static List<Throwable> atOnce(int times, Callable<?> attempt) throws Exception {
        ExecutorService visitors = Executors.newFixedThreadPool(times);
        try {
            Callable<Throwable> failing = () -> assertThrows(RuntimeException.class, attempt::call);
            List<Callable<Throwable>> all = Collections.nCopies(times, failing);
            List<Throwable> failures = new ArrayList<>();
            for (Future<Throwable> done : visitors.invokeAll(all)) {
                failures.add(done.get());
            }
            return failures;
        } finally {
            visitors.shutdown();
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private String given() {
        own.asInTheNextRequest();
        return as(rowan, () -> clientCodes.renew(id));
    }

    private String changed(String current, CodeForm form) {
        String drawn = ownCode.draw(current, form, visitor());
        ownCode.confirm(drawn);
        return drawn;
    }

    private void changeLock() {
        own.asInTheNextRequest();
        as(rowan, done(() -> covers.changeLock(id)));
        own.asInTheNextRequest();
    }

    private CaseId used(String code) {
        return codes.use(code, visitor()).place().caseId().orElseThrow();
    }

    private void assertOpensNothing(String code) {
        assertThrows(WrongPhrase.class, () -> codes.use(code, visitor()));
        assertThrows(WrongPhrase.class, () -> ownCode.draw(code, CodeForm.DIGITS, visitor()));
    }

    /** Something that stands nowhere but here, sealed as a message is. */
    private record Message(ByCode reader, SealedItem item, ItemAddress at) {
        String by(String code) {
            return reader.message(code, item, at);
        }
    }

    private Message written(String text) {
        own.asInTheNextRequest();
        ItemAddress at = new ItemAddress(CaseKeys.part(id, Compartment.MESSAGES), UUID.randomUUID(), 1, 1);
        try (ClearText clear = ClearText.of(text)) {
            return new Message(byCode, as(rowan, () -> vault.seal(clear, at, SealedItem.NO_PREVIOUS)), at);
        }
    }

    /** The codes that hold the messages of an epoch. */
    private List<String> grantedIn(int epoch) {
        return rows.ofPractice(
                "SELECT recipient_id::text FROM case_grant WHERE case_id = ? AND purpose = 5 AND compartment = 4"
                        + " AND epoch = ?",
                id.value(),
                epoch);
    }

    private List<String> grantorsIn(int epoch, UUID grantor) {
        return rows.ofPractice(
                "SELECT recipient_id::text FROM case_grant WHERE case_id = ? AND purpose = 5 AND epoch = ?"
                        + " AND grantor_id = ?",
                id.value(),
                epoch,
                grantor);
    }

    private long lines(String action) {
        return rows.committed("audit_event WHERE action = ? AND object_ref = ?", action, id.value());
    }

    private long refusals() {
        return rows.committed("audit_event WHERE action = 'ACCESS_REFUSED' AND object_ref = ?", id.value());
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
