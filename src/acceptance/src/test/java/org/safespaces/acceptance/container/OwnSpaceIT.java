package org.safespaces.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safespaces.access.ClientCodes;
import org.safespaces.access.Covers;
import org.safespaces.access.HandOvers;
import org.safespaces.access.NotYours;
import org.safespaces.access.Offer;
import org.safespaces.access.OwnRecord;
import org.safespaces.access.TextRefused;
import org.safespaces.followup.FollowUps;
import org.safespaces.followup.StillOpen;
import org.safespaces.followup.Subject;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.keys.WrongPhrase;
import org.safespaces.notes.CaseMessages;
import org.safespaces.notes.CaseNotes;
import org.safespaces.notes.Consent;
import org.safespaces.notes.ConsentTerms;
import org.safespaces.notes.Consents;
import org.safespaces.notes.Ending;
import org.safespaces.notes.Endings;
import org.safespaces.notes.Goals;
import org.safespaces.notes.KeptMessage;
import org.safespaces.notes.MessagesByCode;
import org.safespaces.notes.NoteChanged;
import org.safespaces.notes.OpenConsent;
import org.safespaces.notes.Opened;
import org.safespaces.notes.OwnAlarm;
import org.safespaces.notes.OwnConsents;
import org.safespaces.notes.OwnMessages;
import org.safespaces.notes.OwnOpenings;
import org.safespaces.notes.OwnPlan;
import org.safespaces.notes.PlanPerson;
import org.safespaces.notes.Plans;
import org.safespaces.notes.SharedPlan;
import org.safespaces.notes.StayingSafe;
import org.safespaces.notes.TooManyToday;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.CaseState;
import org.safespaces.people.TherapistId;
import org.safespaces.scheduling.Booking;

/** What stands between a client and her therapist: messages, her plan, what she agrees to. Sealed to both, and to nobody else. */
@InTheServer
class OwnSpaceIT {
    private static final String HERS = "May I come a little later on Thursday?";
    private static final String THEIRS = "Of course. Come when you can.";
    private static final StayingSafe PLAN = new StayingSafe(
            List.of("Phone in my hand before I am awake"),
            List.of("Shower with the radio on", "Walk to the canal"),
            List.of(),
            List.of(new PlanPerson("My sister", "Ring, not text", PlanPerson.Knows.NO)),
            List.of("SAM"),
            List.of("My surgery"),
            List.of("Message sounds off after nine"),
            StayingSafe.Keeping.HERE,
            "Nobody else knows my code",
            Optional.of(LocalDate.of(2027, 1, 14)),
            false);
    private static final ConsentTerms TERMS = new ConsentTerms(
            ConsentTerms.Purpose.SURGERY, "Mill Lane surgery", "That I come here", "Why I come", Optional.empty());

    @Inject
    private AsRowan rowan;

    @Inject
    private AsAlder alder;

    @Inject
    private AsReed reed;

    @Inject
    private AsLinen linen;

    @Inject
    private CaseMessages messages;

    @Inject
    private MessagesByCode byCode;

    @Inject
    private OwnMessages ownMessages;

    @Inject
    private Plans plans;

    @Inject
    private OwnPlan ownPlan;

    @Inject
    private Consents consents;

    @Inject
    private OwnConsents ownConsents;

    @Inject
    private Goals goals;

    @Inject
    private OwnOpenings openings;

    @Inject
    private Endings endings;

    @Inject
    private OwnAlarm alarm;

    @Inject
    private OwnRecord record;

    @Inject
    private FollowUps followUps;

    @Inject
    private Booking booking;

    @Inject
    private CaseNotes notes;

    @Inject
    private ClientCodes codes;

    @Inject
    private Covers covers;

    @Inject
    private HandOvers handOvers;

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
    private Rows rows;

    private AtWork atRowans;
    private AtWork atReeds;
    private CaseId reeds;
    private String code;

    @Deployment
    static EnterpriseArchive archive() {
        return Archives.practice();
    }

    /** Reed is a client of these tests only, with a record of her own, and with a code. */
    @BeforeEach
    void reedIsAClientOfRowansWithACode() {
        atRowans = AtWork.unlocked(rowan, lock, "rowan");
        atReeds = AtWork.locked(reed);
        reeds = atRowans.does(cases::opened);
        own.join(Somebody.REED, reeds);
        code = atRowans.does(() -> codes.renew(reeds));
    }

    @AfterEach
    void nothingIsLeftBehind() {
        own.leave(Somebody.REED);
        cases.leave(reeds);
    }

    @Test
    void whatSheWritesWaitsUnreadAndOpensForHerAndHerTherapistOnly() {
        sends(HERS);

        assertEquals(1, rows.committed("sent_message WHERE case_id = ?", reeds.value()));
        assertFalse(rows.ofPractice("SELECT encode(sealed, 'escape') FROM sent_message")
                .toString()
                .contains("Thursday"));
        assertEquals(List.of(HERS), said(readByHer()));
        assertTrue(readByHer().get(0).unread());
        assertEquals(1, AtWork.asked(rowan, () -> messages.unread(reeds)), "seen while the vault is locked");
        assertTrue(AtWork.asked(rowan, () -> messages.unread()).stream()
                .anyMatch(each -> each.caseId().equals(reeds) && each.count() == 1));

        assertThrows(NotYours.class, () -> AtWork.unlocked(alder, lock, "alder").does(() -> messages.open(reeds)));
        KeptMessage opened = open().get(0);
        assertEquals(Optional.of(HERS), opened.said());
        assertTrue(opened.hers() && opened.whole() && !opened.unread());
        assertEquals(0, rows.committed("sent_message WHERE case_id = ?", reeds.value()));
        assertEquals(1, rows.committed("case_item WHERE case_id = ? AND kind = 'REPLY'", reeds.value()));
        assertEquals(List.of(HERS), said(readByHer()));
        assertFalse(readByHer().get(0).unread());
        assertTrue(atRowans.does(() -> notes.list(reeds)).isEmpty(), "a message is no note");
    }

    @Test
    void whatHerTherapistWritesOpensWithHerCodeAndWithNoOther() {
        sends(HERS);
        writes(THEIRS);

        assertEquals(List.of(HERS, THEIRS), said(readByHer()), "in the order they were written");
        assertEquals(List.of(HERS, THEIRS), said(open()));
        assertEquals(atRowans.does(() -> caller.therapist()), open().get(1).by());
        assertThrows(WrongPhrase.class, () -> atReeds.does(() -> byCode.read("4821 0937 5516 2704", visitor())));
        assertThrows(
                WrongPhrase.class,
                () -> AtWork.locked(linen).does(() -> byCode.read(code, visitor())),
                "a signed-in client opens her own case only");
        assertEquals(List.of(HERS, THEIRS), said(byCode.read(code, visitor())), "the code needs no sign-in");
    }

    @Test
    void sheIsToldThatSomethingIsWaitingUntilSheHasLooked() {
        assertEquals(0, atReeds.does(() -> ownMessages.unseen()));
        writes(THEIRS);
        assertEquals(1, atReeds.does(() -> ownMessages.unseen()));

        readByHer();
        assertEquals(0, atReeds.does(() -> ownMessages.unseen()));
        sends(HERS);
        open();
        assertEquals(0, atReeds.does(() -> ownMessages.unseen()), "her own is no news to her");
    }

    @Test
    void aCopyOfHerPlanAndWhatSheIsAskedWaitUntilSheHasLookedAtJustThat() {
        assertFalse(atReeds.does(() -> ownPlan.isNew()));
        assertEquals(0, atReeds.does(() -> ownConsents.unseen()));
        atRowans.acts(() -> plans.write(reeds, 0, PLAN));
        atRowans.acts(() -> plans.share(reeds, 1));
        UUID consent = asked();
        writes(THEIRS);

        readByHer();
        assertTrue(atReeds.does(() -> ownPlan.isNew()), "reading messages opens no plan");
        assertEquals(1, atReeds.does(() -> ownConsents.unseen()));
        planOfHers();
        assertFalse(atReeds.does(() -> ownPlan.isNew()));
        assertEquals(1, atReeds.does(() -> ownConsents.unseen()));
        ofHers(consent);
        assertEquals(0, atReeds.does(() -> ownConsents.unseen()));

        atRowans.acts(() -> consents.settle(reeds, consent, 1, Consent.State.GIVEN));
        assertEquals(0, atReeds.does(() -> ownConsents.unseen()), "an answer of hers, written down, is no news");
        writes(THEIRS);
        assertEquals(1, atReeds.does(() -> ownMessages.unseen()));
        assertFalse(atReeds.does(() -> ownPlan.isNew()));
    }

    @Test
    void withoutHerCodeSheCanWriteAndReadsItOnceItWasRead() {
        atReeds.acts(() -> ownMessages.send(UUID.randomUUID(), HERS));

        assertEquals(List.of(""), said(readByHer()));
        assertTrue(readByHer().get(0).unread());
        assertEquals(List.of(HERS), said(open()));
        assertEquals(List.of(HERS), said(readByHer()));
    }

    @Test
    void theSameMessageSentTwiceIsKeptOnceAlsoAfterItWasRead() {
        UUID once = UUID.randomUUID();
        atReeds.acts(() -> byCode.send(code, once, HERS, visitor()));
        atReeds.acts(() -> byCode.send(code, once, HERS, visitor()));
        open();
        atReeds.acts(() -> byCode.send(code, once, HERS, visitor()));
        UUID twice = UUID.randomUUID();
        atRowans.acts(() -> messages.write(reeds, twice, THEIRS));
        atRowans.acts(() -> messages.write(reeds, twice, THEIRS));

        assertEquals(List.of(HERS, THEIRS), said(open()));
        assertEquals(List.of(HERS, THEIRS), said(readByHer()));
    }

    @Test
    void nothingThatNobodyTypesIsTakenAndNoMoreThanCanBeReadInADay() {
        assertThrows(TextRefused.class, () -> sends(" \n "));
        assertThrows(TextRefused.class, () -> sends("data:image/png;base64,AAAA"));
        assertThrows(TextRefused.class, () -> writes("x ".repeat(2001)));
        for (int i = 0; i < 20; i++) {
            int nth = i;
            atReeds.acts(() -> ownMessages.send(UUID.randomUUID(), "message " + nth));
        }
        assertThrows(TooManyToday.class, () -> atReeds.acts(() -> ownMessages.send(UUID.randomUUID(), "more")));
        assertThrows(TooManyToday.class, () -> sends("more"));
        open();
        assertThrows(TooManyToday.class, () -> sends("read or not"));
    }

    @Test
    void aReadingIsWrittenDownBeforeAnythingOpens() {
        sends(HERS);

        assertThrows(VaultLocked.class, () -> AtWork.locked(rowan).does(() -> messages.open(reeds)));

        assertEquals(
                1, rows.committed("audit_event WHERE action = 'MESSAGES_OPENED' AND object_ref = ?", reeds.value()));
        assertEquals(1, rows.committed("sent_message WHERE case_id = ?", reeds.value()), "it waits on");
    }

    @Test
    void aChangeOfTheLockTakesInWhatWaits() {
        sends(HERS);
        writes(THEIRS);

        atRowans.acts(() -> covers.changeLock(reeds));

        assertEquals(0, rows.committed("sent_message WHERE case_id = ?", reeds.value()));
        assertEquals(List.of(HERS, THEIRS), said(open()));
        assertEquals(List.of(HERS, THEIRS), said(readByHer()));
    }

    @Test
    void aNewCodeReadsWhatWasWrittenWithTheOneBeforeOnceItWasRead() {
        sends(HERS);
        writes(THEIRS);
        String before = code;

        code = atRowans.does(() -> codes.renew(reeds));

        assertEquals(List.of("", THEIRS), said(readByHer()));
        open();
        assertEquals(List.of(HERS, THEIRS), said(readByHer()));
        assertThrows(WrongPhrase.class, () -> byCode.read(before, visitor()));
    }

    @Test
    void whoeverIsGivenTheCaseReadsWhatWasWrittenBeforeAndAfter() {
        sends(HERS);
        atRowans.acts(() -> plans.write(reeds, 0, PLAN));
        atRowans.acts(() -> plans.share(reeds, 1));
        UUID consent = asked();
        AtWork atAlders = AtWork.unlocked(alder, lock, "alder");
        TherapistId alders = atAlders.does(() -> caller.therapist()).orElseThrow();

        atRowans.acts(() -> handOvers.offer(reeds, alders));
        assertEquals(
                0, rows.committed("sent_message WHERE case_id = ?", reeds.value()), "taken in before it is shared");
        sends("And I am well.");
        answers(consent, 1, Consent.State.GIVEN);
        UUID offer = atAlders.does(() -> handOvers.toMe()).stream()
                .filter(each -> each.caseId().equals(reeds))
                .map(Offer::id)
                .findFirst()
                .orElseThrow();
        atAlders.does(() -> handOvers.accept(offer));

        assertEquals(List.of(HERS, "And I am well.", "I agree"), said(atAlders.does(() -> messages.open(reeds))));
        assertEquals(PLAN, atAlders.does(() -> plans.read(reeds)).orElseThrow().plan());
        assertEquals(
                Consent.State.GIVEN,
                atAlders.does(() -> consents.open(reeds)).get(0).now().state());
        assertEquals(List.of(HERS, "And I am well.", "I agree"), said(readByHer()));
        assertEquals(PLAN, planOfHers().orElseThrow().plan());
        assertThrows(NotYours.class, this::open);
    }

    @Test
    void aPlanKeepsItsVersionsAndSheHasTheCopyOfTheDay() {
        assertTrue(AtWork.asked(rowan, () -> plans.standing(reeds)).isEmpty());
        assertTrue(planOfHers().isEmpty());

        atRowans.acts(() -> plans.write(reeds, 0, PLAN));
        assertEquals(PLAN, atRowans.does(() -> plans.read(reeds)).orElseThrow().plan());
        assertTrue(planOfHers().isEmpty(), "nothing is shared by itself");
        atRowans.acts(() -> plans.share(reeds, 1));
        atRowans.acts(() -> plans.write(reeds, 1, StayingSafe.EMPTY));

        assertEquals(PLAN, planOfHers().orElseThrow().plan(), "as it was shared");
        assertEquals(LocalDate.now(), planOfHers().orElseThrow().on());
        assertThrows(NoteChanged.class, () -> atRowans.acts(() -> plans.write(reeds, 1, PLAN)));
        assertThrows(NoteChanged.class, () -> atRowans.acts(() -> plans.share(reeds, 1)));
        assertEquals(
                2,
                AtWork.asked(rowan, () -> plans.standing(reeds))
                        .orElseThrow()
                        .versions()
                        .size());
        assertTrue(atRowans.does(() -> notes.list(reeds)).isEmpty(), "a plan is no note");
        assertTrue(atRowans.does(() -> notes.isWhole(reeds)));
        atRowans.acts(() -> plans.share(reeds, 2));
        assertEquals(StayingSafe.EMPTY, planOfHers().orElseThrow().plan());
    }

    @Test
    void whatSheDecidesCountsForHerAtOnceAndForHerTherapistWhenItIsRead() {
        UUID consent = asked();
        assertEquals(Consent.State.ASKED, ofHers(consent).state());
        assertFalse(ofHers(consent).counts(LocalDate.now()), "no answer is a no");

        answers(consent, 1, Consent.State.GIVEN);
        assertTrue(ofHers(consent).counts(LocalDate.now()));
        answers(consent, 2, Consent.State.WITHDRAWN);
        assertFalse(ofHers(consent).counts(LocalDate.now()));

        OpenConsent there = atRowans.does(() -> consents.open(reeds)).get(0);
        assertEquals(Consent.State.WITHDRAWN, there.now().state());
        assertEquals(
                List.of(Consent.By.CLIENT, Consent.By.CLIENT, Consent.By.THERAPIST),
                there.steps().stream().map(Consent::by).toList());
        assertEquals(TERMS, there.now().terms());
        assertEquals(List.of("I agree", "I take it back"), said(open()), "and it stands among the messages");
        assertThrows(NoteChanged.class, () -> answers(consent, 1, Consent.State.GIVEN));
        assertThrows(NoteChanged.class, () -> answers(consent, 3, Consent.State.WITHDRAWN));
        atRowans.acts(() -> consents.settle(reeds, consent, 3, Consent.State.GIVEN));
        assertEquals(Consent.State.GIVEN, ofHers(consent).state());
        assertThrows(
                NoteChanged.class,
                () -> atRowans.acts(() -> consents.settle(reeds, consent, 3, Consent.State.WITHDRAWN)));
    }

    @Test
    void sheIsToldWhoOpenedWhatOfHerRecord() {
        assertEquals(List.of(), atReeds.does(() -> openings.all()));
        sends(HERS);
        open();
        open();
        UUID note = atRowans.does(() -> cases.note(reeds, "said"));
        atRowans.does(() -> notes.read(reeds, note));

        List<Opened> told = atReeds.does(() -> openings.all());

        assertEquals(
                List.of(Opened.Part.RECORD, Opened.Part.MESSAGES),
                told.stream().map(Opened::part).toList(),
                "each part once a day, the newest first");
        assertEquals(
                List.of("Tall Rowan"), told.stream().map(Opened::by).distinct().toList());
    }

    @Test
    void sheIsToldAsWellOfWhatStandsBesideTheNotes() {
        atRowans.does(() -> goals.open(reeds));

        assertEquals(
                List.of(Opened.Part.RECORD),
                atReeds.does(() -> openings.all()).stream().map(Opened::part).toList());
    }

    @Test
    void therapyRestsEndsAndIsTakenUpAgainByHerOwnTherapistOnly() {
        Ending ended = new Ending(
                Ending.Step.ENDED, LocalDate.now(), Ending.Met.PARTLY, true, true, true, false, "We said goodbye.");
        assertThrows(
                NotYours.class, () -> AtWork.unlocked(alder, lock, "alder").acts(() -> endings.write(reeds, ended)));
        assertFalse(atReeds.does(() -> booking.kinds()).isEmpty());

        atRowans.acts(() -> endings.pause(reeds));
        assertEquals(List.of(), atReeds.does(() -> booking.kinds()), "she books nothing meanwhile");
        assertThrows(NoteChanged.class, () -> atRowans.acts(() -> endings.pause(reeds)));
        atRowans.acts(() -> endings.goOn(reeds));
        assertFalse(atReeds.does(() -> booking.kinds()).isEmpty());

        UUID task = atRowans.does(() -> followUps.raise(Subject.of(reeds), List.of("worried")));
        assertThrows(StillOpen.class, () -> atRowans.acts(() -> endings.write(reeds, ended)));
        atRowans.acts(() -> followUps.act(task, "spoke"));
        atRowans.acts(() -> followUps.close(task, "done"));
        atRowans.acts(() -> endings.write(reeds, ended));

        assertEquals(CaseState.ENDED, atReeds.does(() -> record.state()));
        assertEquals(List.of(), atReeds.does(() -> booking.kinds()));
        assertEquals(ended, atRowans.does(() -> endings.read(reeds)).orElseThrow());
        assertThrows(NoteChanged.class, () -> atRowans.acts(() -> endings.write(reeds, ended)));
        sends("I would like to come back.");
        assertEquals(List.of("I would like to come back."), said(open()), "her way back stays open");

        atRowans.acts(() -> endings.write(reeds, Ending.reopened(LocalDate.now(), "She wrote.")));
        assertEquals(CaseState.ACTIVE, atReeds.does(() -> record.state()));
        assertEquals(2, atRowans.does(() -> endings.steps(reeds)).size());
        assertEquals(
                "She wrote.",
                atRowans.does(() -> endings.read(reeds)).orElseThrow().said());
        assertTrue(atRowans.does(() -> notes.isWhole(reeds)));
    }

    @Test
    void sheStopsLettersAndAsksHerTherapistToLookToday() {
        atReeds.acts(() -> alarm.raise());

        assertTrue(atRowans.does(() -> followUps.open()).stream()
                .anyMatch(task -> task.subject().equals(Subject.of(reeds))));
        assertEquals(
                1, rows.committed("audit_event WHERE action = 'ACCOUNT_DOUBTED' AND object_ref = ?", reeds.value()));
    }

    @Test
    void anErasedRecordTakesAllOfItAlong() throws IOException {
        sends(HERS);
        writes(THEIRS);
        readByHer();
        atRowans.acts(() -> plans.write(reeds, 0, PLAN));
        asked();
        UUID asked = atRowans.does(() -> erasing.askedByRowan(reeds));

        erasing.approve(alder, asked);

        // the log names a client by her case: she had sent something
        assertEquals(
                List.of("audit_event.actor", "audit_event.object_ref", "erasure.case_id"),
                erasing.whereItIsNamed(reeds.value()));
    }

    private void sends(String text) {
        atReeds.acts(() -> byCode.send(code, UUID.randomUUID(), text, visitor()));
    }

    private void writes(String text) {
        atRowans.acts(() -> messages.write(reeds, UUID.randomUUID(), text));
    }

    private List<KeptMessage> open() {
        return atRowans.does(() -> messages.open(reeds));
    }

    private List<KeptMessage> readByHer() {
        return atReeds.does(() -> byCode.read(code, visitor()));
    }

    private Optional<SharedPlan> planOfHers() {
        return atReeds.does(() -> ownPlan.read(code, visitor()));
    }

    private UUID asked() {
        UUID id = UUID.randomUUID();
        atRowans.acts(() -> consents.ask(reeds, id, TERMS));
        return id;
    }

    private void answers(UUID consent, int upon, Consent.State state) {
        String words = state == Consent.State.GIVEN ? "I agree" : "I take it back";
        atReeds.acts(() -> ownConsents.answer(code, consent, upon, state, words, visitor()));
    }

    private Consent ofHers(UUID consent) {
        return atReeds.does(() -> ownConsents.read(code, visitor())).stream()
                .map(OpenConsent::now)
                .filter(each -> each.id().equals(consent))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> said(List<KeptMessage> all) {
        return all.stream().map(each -> each.said().orElse("")).toList();
    }

    private static String visitor() {
        return UUID.randomUUID().toString();
    }
}
