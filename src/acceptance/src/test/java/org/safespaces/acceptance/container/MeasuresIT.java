package org.safespaces.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safespaces.access.HandOvers;
import org.safespaces.access.NotYours;
import org.safespaces.access.Offer;
import org.safespaces.access.SafeContact;
import org.safespaces.followup.FollowUp;
import org.safespaces.followup.FollowUpState;
import org.safespaces.followup.FollowUps;
import org.safespaces.followup.Subject;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.measures.AnswerRefused;
import org.safespaces.measures.Answers;
import org.safespaces.measures.AskedForm;
import org.safespaces.measures.FormGone;
import org.safespaces.measures.FormLetters;
import org.safespaces.measures.MeasureDoesNotFit;
import org.safespaces.measures.Measures;
import org.safespaces.measures.OwnForms;
import org.safespaces.measures.Result;
import org.safespaces.measures.Rhythm;
import org.safespaces.measures.Score;
import org.safespaces.notes.CaseNotes;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.ContactTerms;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.ReminderWish;
import org.safespaces.people.SafeTimes;
import org.safespaces.people.TherapistId;

/** Forms of others, asked by agreement: sealed as they come back, counted here, and what asks to be read today is somebody's task. */
@InTheServer
class MeasuresIT {
    private static final Answers LOW_WITH_THOUGHTS = phq9(0, 0, 0, 0, 0, 0, 0, 0, 1);
    private static final Answers CALM = phq9(1, 1, 1, 1, 1, 0, 0, 0, 0);

    @Inject
    private AsRowan rowan;

    @Inject
    private AsAlder alder;

    @Inject
    private AsLinen linen;

    @Inject
    private AsReed reed;

    @Inject
    private Measures measures;

    @Inject
    private OwnForms forms;

    @Inject
    private FormLetters letters;

    @Inject
    private FollowUps followUps;

    @Inject
    private CaseNotes notes;

    @Inject
    private HandOvers handOvers;

    @Inject
    private SafeContact contact;

    @Inject
    private Caller caller;

    @Inject
    private VaultLock lock;

    @Inject
    private OwnAppointments own;

    @Inject
    private OwnCases cases;

    @Inject
    private Erasing erasing;

    @Inject
    private Clock clock;

    @Inject
    private Rows rows;

    private AtWork atRowans;
    private AtWork atReeds;
    private TherapistId rowans;
    private CaseId reeds;

    @Deployment
    static EnterpriseArchive archive() {
        return Archives.practice();
    }

    private static Answers phq9(Integer... items) {
        return new Answers(Arrays.stream(items).map(Optional::ofNullable).toList(), Optional.empty());
    }

    @BeforeEach
    void reedIsAClientOfRowans() {
        atRowans = AtWork.unlocked(rowan, lock, "rowan");
        atReeds = AtWork.locked(reed);
        rowans = atRowans.does(() -> caller.therapist()).orElseThrow();
        reeds = atRowans.does(cases::opened);
        own.join(Somebody.REED, reeds);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        own.remove();
        own.leave(Somebody.REED);
        cases.leave(reeds);
    }

    private void agree(String measure, Rhythm rhythm) {
        atRowans.acts(() -> measures.agree(reeds, measure, rhythm, 2, Optional.empty()));
    }

    private List<AskedForm> open() {
        return atReeds.does(() -> forms.open());
    }

    private UUID asked(String measure) {
        agree(measure, Rhythm.ONCE);
        return open().stream()
                .filter(form -> form.definition().measure().equals(measure))
                .map(AskedForm::id)
                .findFirst()
                .orElseThrow();
    }

    private Score send(UUID form, Answers answers) {
        return atReeds.does(() -> forms.send(form, answers));
    }

    private List<Result> results(AtWork at) {
        return at.does(() -> measures.results(reeds)).courses().stream()
                .flatMap(course -> course.results().stream())
                .toList();
    }

    private List<FollowUp> tasks() {
        return atRowans.does(() -> followUps.about(Subject.of(reeds)));
    }

    @Test
    void whatSheFillsInIsOpenedByHerTherapistAndByNobodyElse() {
        UUID form = asked("PHQ9");

        Score score = send(form, CALM);

        assertEquals("5", score.total().orElseThrow().toPlainString());
        assertEquals(1, rows.committed("sent_check WHERE case_id = ? AND kind = 'MEASURE'", reeds.value()));
        assertEquals(1, atRowans.does(() -> measures.back(reeds)).size());
        assertEquals(
                1,
                atRowans.does(() -> measures.back()).stream()
                        .filter(back -> back.caseId().equals(reeds))
                        .count());
        AtWork atAlders = AtWork.unlocked(alder, lock, "alder");
        assertThrows(NotYours.class, () -> atAlders.does(() -> measures.results(reeds)));
        assertThrows(NotYours.class, () -> atAlders.does(() -> measures.plan(reeds)));
        assertThrows(EJBAccessException.class, () -> atReeds.does(() -> measures.results(reeds)));
        Result opened = results(atRowans).get(0);
        assertEquals(CALM, opened.answers());
        assertEquals(Result.By.CLIENT, opened.by());
        assertEquals(List.of(), atRowans.does(() -> measures.back(reeds)), "it is read");
        assertEquals(0, rows.committed("sent_check WHERE case_id = ?", reeds.value()));
        assertEquals(1, rows.committed("case_item WHERE case_id = ? AND kind = 'MEASURE'", reeds.value()));
        assertTrue(atRowans.does(() -> notes.isWhole(reeds)));
        assertTrue(atRowans.does(() -> notes.list(reeds)).isEmpty(), "it is no note");
        assertTrue(open().isEmpty(), "and asked no more");
    }

    @Test
    void inClearStandsThatAFormCameBackAndNothingOfWhich() {
        UUID form = asked("PHQ9");
        send(form, LOW_WITH_THOUGHTS);

        for (String table : List.of("sent_check", "measure_plan", "follow_up", "audit_event", "outbox")) {
            String all = rows.ofPractice("SELECT row_to_json(t)::text FROM " + table + " t")
                    .toString();
            assertFalse(all.contains("PHQ"), table);
            assertFalse(all.toUpperCase(java.util.Locale.ROOT).contains("SUICID"), table);
        }
    }

    @Test
    void aFormComesBackOnce() {
        UUID form = asked("PHQ9");
        send(form, CALM);

        assertThrows(FormGone.class, () -> send(form, LOW_WITH_THOUGHTS));

        assertEquals(
                List.of(CALM), results(atRowans).stream().map(Result::answers).toList());
        assertEquals(List.of(), tasks());
    }

    @Test
    void mf07WhatTheFormDoesNotHaveIsRefusedAndNothingIsStored() {
        UUID form = asked("PHQ9");

        assertThrows(AnswerRefused.class, () -> send(form, phq9(0, 0)));

        assertEquals(0, rows.committed("sent_check WHERE case_id = ?", reeds.value()));
        assertThrows(FormGone.class, () -> send(UUID.randomUUID(), CALM));
        assertThrows(FormGone.class, () -> AtWork.locked(linen).does(() -> forms.send(form, CALM)), "not hers");
    }

    @Test
    void anAnswerAboutSafetyIsATaskOfHerTherapistsWhateverTheTotal() {
        UUID form = asked("PHQ9");
        long before = waitingLetters();

        Score score = send(form, LOW_WITH_THOUGHTS);

        assertEquals("none or minimal", score.band().orElseThrow().word());
        FollowUp task = tasks().get(0);
        assertEquals(FollowUpState.RAISED, task.state());
        assertEquals(rowans, task.owner().id());
        assertEquals(before + 1, waitingLetters());
        UUID second = asked("PHQ9");
        send(second, LOW_WITH_THOUGHTS);
        assertEquals(1, tasks().size(), "MF24: one task, two events");
        assertEquals(
                List.of("RAISED", "RAISED_AGAIN"),
                rows.ofPractice("SELECT step FROM follow_up_event WHERE follow_up_id = ? ORDER BY arrival", task.id()));
    }

    private long waitingLetters() {
        return rows.committed("outbox WHERE letter = 'PLEASE_READ_TODAY'");
    }

    @Test
    void aBlankAnswerAboutSafetyIsNoTask() {
        send(asked("PHQ9"), phq9(3, 3, 3, 3, 3, 3, 3, 3, null));

        assertEquals(List.of(), tasks());
        assertEquals(Score.Safety.NOT_ANSWERED, results(atRowans).get(0).score().safety());
    }

    @Test
    void filledInTogetherItIsAcknowledgedAtOnceAndStillToBeActedOn() {
        UUID id = UUID.randomUUID();

        atRowans.does(() -> measures.enter(reeds, id, "PHQ9", LOW_WITH_THOUGHTS, "PHQ-9, item 9: Several days"));
        atRowans.does(() -> measures.enter(reeds, id, "PHQ9", LOW_WITH_THOUGHTS, "PHQ-9, item 9: Several days"));

        List<Result> results = results(atRowans);
        assertEquals(1, results.size(), "sent twice it is kept once");
        assertEquals(Result.By.TOGETHER, results.get(0).by());
        FollowUp task = tasks().get(0);
        assertEquals(FollowUpState.ACKNOWLEDGED, task.state());
        assertTrue(task.mine());
        assertEquals(1, atRowans.does(() -> notes.list(reeds)).size(), "item and answer in words, sealed as a note");
    }

    @Test
    void underAnIdThatSomethingElseHasNothingIsKept() {
        UUID note = UUID.randomUUID();
        UUID form = UUID.randomUUID();
        atRowans.does(() -> notes.write(reeds, note, "what was said", null));
        atRowans.does(() -> measures.enter(reeds, form, "PHQ9", CALM, "nothing"));

        assertThrows(
                NoSuchPerson.class, () -> atRowans.does(() -> measures.enter(reeds, note, "PHQ9", CALM, "nothing")));
        assertThrows(NoSuchPerson.class, () -> atRowans.does(() -> notes.write(reeds, form, "said elsewhere", null)));

        assertEquals(2, rows.committed("case_item WHERE case_id = ?", reeds.value()));
    }

    @Test
    void withTheVaultLockedWhatIsAgreedIsThereAndWhatWasAnsweredIsNot() {
        send(asked("PHQ9"), CALM);
        AtWork locked = AtWork.locked(rowan);

        assertEquals(1, locked.does(() -> measures.plan(reeds)).askings().size());
        assertEquals(1, locked.does(() -> measures.back(reeds)).size());
        assertThrows(VaultLocked.class, () -> locked.does(() -> measures.results(reeds)));
        assertThrows(
                VaultLocked.class,
                () -> locked.does(() -> measures.enter(reeds, UUID.randomUUID(), "PHQ9", CALM, "nothing")));
        assertEquals(0, rows.committed("case_item WHERE case_id = ? AND kind = 'MEASURE'", reeds.value()));
    }

    @Test
    void aReadingIsWrittenDownBeforeAnythingOpens() {
        send(asked("PHQ9"), CALM);

        results(atRowans);

        assertEquals(
                1, rows.committed("audit_event WHERE action = 'MEASURES_OPENED' AND object_ref = ?", reeds.value()));
    }

    @Test
    void beforeASessionItOpensTwoDaysAheadAndGoesWithIt() {
        agree("PHQ9", Rhythm.BEFORE_EACH_SESSION);
        assertTrue(open().isEmpty());
        own.confirmed(rowans, reeds, clock.instant().plus(Duration.ofHours(49)));
        assertTrue(open().isEmpty(), "too early");
        own.remove();
        own.confirmed(rowans, reeds, clock.instant().plus(Duration.ofHours(47)));
        UUID form = open().get(0).id();
        send(form, CALM);
        assertTrue(open().isEmpty());
        own.remove();
        own.confirmed(rowans, reeds, clock.instant().plus(Duration.ofHours(40)));
        assertEquals(1, open().size(), "another session has a form of its own");
        own.remove();
        assertTrue(open().isEmpty(), "cancelled");
    }

    @Test
    void twoAreOpenAtMost() {
        agree("PHQ9", Rhythm.ONCE);
        agree("GAD7", Rhythm.ONCE);
        agree("PCL5", Rhythm.ONCE);

        assertEquals(2, open().size());
    }

    @Test
    void sheSaysNotThisTimeOrStopAskingAndHerTherapistIsShownBoth() {
        agree("PHQ9", Rhythm.EVERY_FEW_WEEKS);
        UUID form = open().get(0).id();
        atReeds.acts(() -> forms.notThisTime(form));
        assertTrue(open().isEmpty());
        UUID other = asked("GAD7");
        atReeds.acts(() -> forms.stopAsking(other));

        assertTrue(open().isEmpty());
        var plan = atRowans.does(() -> measures.plan(reeds));
        assertEquals(1, plan.of("PHQ9").orElseThrow().declined().size());
        assertTrue(plan.of("GAD7").orElseThrow().stoppedOn().isPresent());
        assertEquals(1, asked("GAD7") == null ? 0 : open().size(), "agreed on anew, it is asked anew");
    }

    @Test
    void whatCannotBeAskedCannotBeAgreedOn() {
        for (String measure : List.of("CORE10", "WSAS", "CSSRS", "")) {
            assertThrows(MeasureDoesNotFit.class, () -> agree(measure, Rhythm.ONCE), measure);
        }
        assertThrows(
                MeasureDoesNotFit.class,
                () -> atRowans.acts(() -> measures.agree(reeds, "PHQ9", Rhythm.EVERY_FEW_WEEKS, 13, Optional.empty())));
        LocalDate over = LocalDate.now(clock).minusDays(3);
        assertThrows(
                MeasureDoesNotFit.class,
                () -> atRowans.acts(() -> measures.agree(reeds, "PHQ9", Rhythm.ONCE, 0, Optional.of(over))));
    }

    @Test
    void whoMayNotBeWrittenToIsAskedAndNotTold() {
        agree("PHQ9", Rhythm.ONCE);
        long before = rows.committed("outbox WHERE letter = 'MESSAGE_WAITING'");

        letters.tell(reeds);

        assertEquals(before, rows.committed("outbox WHERE letter = 'MESSAGE_WAITING'"));
        assertEquals(1, open().size());
    }

    @Test
    void whoMayBeWrittenToIsToldOnceAForm() {
        atRowans.acts(() -> contact.confirm(
                reeds,
                new ContactTerms(
                        Optional.of("reed@example.org"),
                        false,
                        false,
                        false,
                        new SafeTimes(true, Set.of()),
                        false,
                        new ReminderWish(false, false, false))));
        agree("PHQ9", Rhythm.ONCE);
        long before = rows.committed("outbox WHERE letter = 'MESSAGE_WAITING'");

        letters.tell(reeds);
        letters.tell(reeds);

        assertEquals(before + 1, rows.committed("outbox WHERE letter = 'MESSAGE_WAITING'"));
        atRowans.acts(() -> contact.freeze(reeds));
        assertTrue(open().isEmpty(), "while contact rests nothing is asked");
        agree("GAD7", Rhythm.ONCE);
        letters.tell(reeds);
        assertEquals(before + 1, rows.committed("outbox WHERE letter = 'MESSAGE_WAITING'"));
        atRowans.acts(() -> contact.resume(reeds));
        letters.tell(reeds);
        assertEquals(before + 2, rows.committed("outbox WHERE letter = 'MESSAGE_WAITING'"));
    }

    @Test
    void whoeverIsGivenTheCaseOpensWhatCameBackBefore() {
        send(asked("PHQ9"), CALM);
        AtWork atAlders = AtWork.unlocked(alder, lock, "alder");
        TherapistId alders = atAlders.does(() -> caller.therapist()).orElseThrow();

        atRowans.acts(() -> handOvers.offer(reeds, alders));
        UUID second = asked("GAD7");
        send(second, new Answers(java.util.Collections.nCopies(7, Optional.of(1)), Optional.empty()));
        UUID offer = atAlders.does(() -> handOvers.toMe()).stream()
                .filter(each -> each.caseId().equals(reeds))
                .map(Offer::id)
                .findFirst()
                .orElseThrow();
        atAlders.does(() -> handOvers.accept(offer));

        assertEquals(2, results(atAlders).size());
        assertThrows(NotYours.class, () -> results(atRowans));
    }

    @Test
    void anErasedRecordTakesThemWithIt() throws IOException {
        send(asked("PHQ9"), CALM);
        UUID filed = UUID.randomUUID();
        atRowans.does(() -> measures.enter(
                reeds,
                filed,
                "GAD7",
                new Answers(java.util.Collections.nCopies(7, Optional.of(0)), Optional.empty()),
                ""));
        UUID asked = atRowans.does(() -> erasing.askedByRowan(reeds));

        erasing.approve(alder, asked);

        assertEquals(
                List.of("audit_event.actor", "audit_event.object_ref", "erasure.case_id"),
                erasing.whereItIsNamed(reeds.value()));
        assertEquals(0, rows.committed("case_item WHERE item_id = ?", filed));
    }
}
