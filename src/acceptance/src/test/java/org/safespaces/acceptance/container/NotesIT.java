package org.safespaces.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safespaces.access.Covers;
import org.safespaces.access.HandOvers;
import org.safespaces.access.NotYours;
import org.safespaces.access.Offer;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.notes.CaseNotes;
import org.safespaces.notes.DisclosureClass;
import org.safespaces.notes.DraftText;
import org.safespaces.notes.Goal;
import org.safespaces.notes.Goals;
import org.safespaces.notes.ItemKind;
import org.safespaces.notes.KeptDraft;
import org.safespaces.notes.NoteChanged;
import org.safespaces.notes.NoteDrafts;
import org.safespaces.notes.NoteFile;
import org.safespaces.notes.NoteLocked;
import org.safespaces.notes.NotePart;
import org.safespaces.notes.NoteSearch;
import org.safespaces.notes.NoteStanding;
import org.safespaces.notes.NotesDue;
import org.safespaces.notes.OpenDraft;
import org.safespaces.notes.OpenNote;
import org.safespaces.notes.Plans;
import org.safespaces.notes.Sought;
import org.safespaces.notes.StayingSafe;
import org.safespaces.notes.WrittenNote;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.OwnHeadings;
import org.safespaces.people.OwnTemplates;
import org.safespaces.people.TherapistId;

/** Notes as they are written, signed, locked and written anew; drafts; process notes; and what of it passes on with a case. */
@InTheServer
class NotesIT {
    /** Often enough that two posts do meet. */
    private static final int ROUNDS = 5;

    @Inject
    private AsRowan rowan;

    @Inject
    private AsAlder alder;

    @Inject
    private CaseNotes notes;

    @Inject
    private NoteDrafts drafts;

    @Inject
    private NotesDue due;

    @Inject
    private OwnTemplates templates;

    @Inject
    private Goals goals;

    @Inject
    private Plans plans;

    @Inject
    private NoteSearch search;

    @Inject
    private Covers covers;

    @Inject
    private HandOvers handOvers;

    @Inject
    private Caller caller;

    @Inject
    private VaultLock lock;

    @Inject
    private OwnCases own;

    @Inject
    private Clock clock;

    @Inject
    private Rows rows;

    private AtWork atRowans;
    private AtWork atAlders;
    private TherapistId alders;
    private CaseId id;

    @Deployment
    static EnterpriseArchive archive() {
        return Archives.practice();
    }

    @BeforeEach
    void aCaseOfRowans() {
        atRowans = AtWork.unlocked(rowan, lock, "rowan");
        atAlders = AtWork.unlocked(alder, lock, "alder");
        alders = atAlders.does(() -> caller.therapist()).orElseThrow();
        id = atRowans.does(own::opened);
    }

    @AfterEach
    void leave() {
        own.leave(id);
    }

    @Test
    void aNoteKeepsItsPartsItsClassAndItsAppointment() {
        UUID appointment = UUID.randomUUID();
        UUID note = UUID.randomUUID();
        WrittenNote written = new WrittenNote(
                ItemKind.NOTE,
                "soap",
                List.of(new NotePart("Subjective", "slept badly"), new NotePart("Plan", "")),
                DisclosureClass.THIRD_PARTY,
                Optional.of(appointment),
                Optional.empty());

        atRowans.does(() -> notes.write(id, note, written, NoteStanding.SIGNED));

        OpenNote read = read(note);
        assertEquals(
                List.of("Subjective", "Plan"),
                read.parts().stream().map(NotePart::heading).toList());
        assertEquals("Subjective\nslept badly", read.said());
        assertEquals("soap", read.template());
        assertEquals(DisclosureClass.THIRD_PARTY, read.disclosure());
        assertEquals(Optional.of(appointment), read.appointment());
        assertEquals(NoteStanding.SIGNED, read.summary().standing());
        assertTrue(read.at().isPresent());
        assertTrue(read.whole());
    }

    @Test
    void aSignedNoteIsWrittenOnWithoutAWordAndALockedOneTakesAReason() {
        UUID note = signed("one");
        revise(note, 1, "two", NoteStanding.SIGNED, null);
        atRowans.acts(() -> notes.lock(id, note, 2));

        assertThrows(NoteLocked.class, () -> revise(note, 3, "four", NoteStanding.LOCKED, null));
        revise(note, 3, "four", NoteStanding.LOCKED, "a date was wrong");

        NoteFile file = atRowans.does(() -> notes.file(id, note, 0));
        assertEquals("four", file.shown().said());
        assertEquals(
                List.of(4, 3, 2, 1),
                file.history().stream().map(line -> line.summary().version()).toList());
        assertEquals(Optional.of("a date was wrong"), file.history().get(0).reason());
        assertEquals(Optional.empty(), file.history().get(1).reason());
        assertTrue(file.history().stream().allMatch(line -> line.at().isPresent()));
        assertEquals("two", atRowans.does(() -> notes.file(id, note, 3)).shown().said(), "locking says the same again");
        assertEquals("one", atRowans.does(() -> notes.file(id, note, 1)).shown().said());
        assertEquals(1, rows.committed("audit_event WHERE action = 'NOTE_UNLOCKED' AND object_ref = ?", note));
        assertTrue(file.shown().whole());
    }

    @Test
    void whatIsAddedBesideALockedNoteLeavesItAsItIsAndIsShownWithIt() {
        UUID note = locked("the original");
        UUID beside = UUID.randomUUID();
        WrittenNote amendment = new WrittenNote(
                ItemKind.NOTE,
                WrittenNote.FREE,
                List.of(NotePart.plain("they corrected a date")),
                DisclosureClass.DISCLOSABLE,
                Optional.empty(),
                Optional.of(note));

        atRowans.does(() -> notes.write(id, beside, amendment, NoteStanding.LOCKED));

        NoteFile file = atRowans.does(() -> notes.file(id, note, 0));
        assertEquals("the original", file.shown().said());
        assertEquals(1, file.history().size());
        assertEquals(
                List.of("they corrected a date"),
                file.beside().stream().map(OpenNote::said).toList());
        assertThrows(
                NoSuchPerson.class,
                () -> atRowans.does(() -> notes.write(
                        id,
                        UUID.randomUUID(),
                        new WrittenNote(
                                ItemKind.NOTE,
                                WrittenNote.FREE,
                                List.of(NotePart.plain("beside nothing")),
                                DisclosureClass.DISCLOSABLE,
                                Optional.empty(),
                                Optional.of(UUID.randomUUID())),
                        NoteStanding.LOCKED)));
    }

    @Test
    void aLockThatWasTurnedInTheDatabaseShows() {
        UUID note = locked("locked");

        rows.changeAsOwner("UPDATE case_item SET standing = 'SIGNED' WHERE item_id = ?", note);

        assertFalse(read(note).whole());
    }

    @Test
    void theSameNoteSentTwiceIsOneAndOtherWordsUnderItsIdAreRefused() {
        UUID note = locked("once");

        assertEquals(note, atRowans.does(() -> notes.write(id, note, "once", null)));
        assertThrows(NoteChanged.class, () -> atRowans.does(() -> notes.write(id, note, "something else", null)));

        assertEquals(1, rows.committed("case_item WHERE item_id = ?", note));
    }

    @Test
    void aDraftIsSealedKeptAgainAndOpenForItsAuthorAlone() {
        UUID draft = UUID.randomUUID();
        KeptDraft first = keep(draft, 0, "half a sente");
        KeptDraft second = keep(draft, first.count(), "half a sentence, and more");

        assertEquals(draft, second.id());
        assertEquals(2, second.count());
        OpenDraft open = atRowans.does(() -> drafts.open(id, draft));
        assertEquals(
                "half a sentence, and more", open.text().note().parts().get(0).said());
        assertEquals(1, rows.committed("audit_event WHERE action = 'DRAFT_OPENED' AND object_ref = ?", draft));
        atRowans.acts(() -> covers.give(List.of(id), alders, today(), today()));
        assertThrows(NoSuchPerson.class, () -> atAlders.does(() -> drafts.open(id, draft)));
        assertEquals(List.of(), atAlders.does(() -> drafts.of(id)));
        assertEquals(0, rows.committed("case_item WHERE case_id = ?", id.value()), "nothing of it is in the record");
        assertThrows(VaultLocked.class, () -> AtWork.locked(rowan).does(() -> drafts.open(id, draft)));
        assertEquals(1, AtWork.locked(rowan).does(() -> drafts.of(id)).size(), "that there is one is known");
    }

    @Test
    void whatTwoWindowsTypeIntoOneDraftBecomesTwoAndNeitherIsLost() {
        UUID draft = UUID.randomUUID();
        keep(draft, 0, "begun");
        KeptDraft left = keep(draft, 1, "begun, and went left");

        KeptDraft right = keep(draft, 1, "begun, and went right");

        assertEquals(draft, left.id());
        assertNotEquals(draft, right.id());
        assertEquals("begun, and went left", said(left.id()));
        assertEquals("begun, and went right", said(right.id()));
    }

    @Test
    void whatTwoWindowsPostAtTheSameMomentIsKeptOnceAndNeitherFails() throws Exception {
        AtWork other = AtWork.unlocked(rowan, lock, "rowan");
        for (int round = 0; round < ROUNDS; round++) {
            UUID note = UUID.randomUUID();
            Callable<Object> sign = () -> notes.write(id, note, "once", null);
            assertEquals(List.of(note, note), atOnce(other, sign), "the same answer");
            assertEquals(1, rows.committed("case_item WHERE item_id = ?", note));

            oneIsTold(atOnce(other, () -> {
                notes.revise(
                        id,
                        note,
                        1,
                        WrittenNote.plain("twice", null),
                        NoteStanding.LOCKED,
                        Optional.of("a date was wrong"));
                return note;
            }));
            assertEquals(2, rows.committed("case_item WHERE item_id = ?", note));

            UUID goal = UUID.randomUUID();
            oneIsTold(atOnce(other, () -> {
                goals.keep(id, goal, 0, new Goal("to sleep through", "", Goal.Progress.NOT_YET, ""));
                return goal;
            }));
            assertEquals(1, rows.committed("case_item WHERE item_id = ?", goal));
        }
        assertTrue(atRowans.does(() -> notes.isWhole(id)));
    }

    @Test
    void aDraftThatIsFirstKeptFromTwoWindowsAtTheSameMomentBecomesTwo() throws Exception {
        AtWork other = AtWork.unlocked(rowan, lock, "rowan");
        for (int round = 0; round < ROUNDS; round++) {
            UUID draft = UUID.randomUUID();
            DraftText text = new DraftText(WrittenNote.plain("begun", null), Optional.empty(), 0, "");

            List<UUID> kept = atOnce(
                            other, () -> drafts.keep(id, draft, 0, text).id())
                    .stream()
                    .map(UUID.class::cast)
                    .toList();

            assertTrue(kept.contains(draft));
            assertNotEquals(kept.get(0), kept.get(1));
        }
        assertEquals(2 * ROUNDS, atRowans.does(() -> drafts.of(id)).size());
    }

    @Test
    void aCaseHasOneFormulationAndOnePlanAlsoIfTwoAreBegunAtTheSameMoment() throws Exception {
        AtWork other = AtWork.unlocked(rowan, lock, "rowan");

        oneIsTold(atOnce(
                other, () -> notes.write(id, UUID.randomUUID(), formulation("as I see it"), NoteStanding.SIGNED)));
        oneIsTold(atOnce(other, () -> {
            plans.write(id, 0, StayingSafe.EMPTY);
            return id;
        }));

        assertEquals(2, rows.committed("case_item WHERE case_id = ?", id.value()));
    }

    /** The same thing from two windows of one person: what each is answered, or what it throws. */
    private List<Object> atOnce(AtWork other, Callable<Object> act) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService windows = Executors.newFixedThreadPool(2);
        try {
            List<Object> answers = new ArrayList<>();
            for (Future<Object> answer : windows.invokeAll(List.of(
                    () -> answered(start, () -> atRowans.does(act)), () -> answered(start, () -> other.does(act))))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            windows.shutdownNow();
        }
    }

    private static Object answered(CyclicBarrier start, Callable<Object> act) throws Exception {
        start.await(1, TimeUnit.MINUTES);
        try {
            return act.call();
        } catch (NoteChanged told) {
            return told;
        }
    }

    private static void oneIsTold(List<Object> answers) {
        assertEquals(1, answers.stream().filter(NoteChanged.class::isInstance).count(), answers.toString());
    }

    @Test
    void signingTakesTheDraftAwayUnlessAnotherWindowHasWrittenOn() {
        UUID draft = UUID.randomUUID();
        keep(draft, 0, "one window");
        atRowans.acts(() -> drafts.discard(id, draft, 1));
        assertEquals(0, rows.committed("note_draft WHERE id = ?", draft));

        UUID other = UUID.randomUUID();
        keep(other, 0, "one window");
        keep(other, 1, "one window, and the other");
        atRowans.acts(() -> drafts.discard(id, other, 1));
        assertEquals("one window, and the other", said(other));
    }

    @Test
    void draftsAndProcessNotesMoveWithTheKeysOfTheCase() {
        UUID draft = UUID.randomUUID();
        keep(draft, 0, "not signed yet");
        UUID process = process("what I make of it");
        atRowans.acts(() -> covers.give(List.of(id), alders, today(), today()));

        atRowans.acts(() -> covers.changeLock(id));

        assertEquals("not signed yet", said(draft));
        assertEquals("what I make of it", read(process).said());
        assertTrue(read(process).whole());
    }

    @Test
    void processNotesAreInACompartmentThatNobodyWhoCoversHoldsAndNoSearchFinds() {
        UUID process = process("I thought of a nightjar");
        atRowans.acts(() -> covers.give(List.of(id), alders, today(), today()));

        assertThrows(NotYours.class, () -> atAlders.does(() -> notes.read(id, process)));
        assertThrows(NotYours.class, () -> atAlders.does(() -> notes.listProcess(id)));
        assertThrows(NotYours.class, () -> atAlders.does(() -> notes.versions(id, process)));
        assertEquals(
                Set.of("1", "2", "4"),
                Set.copyOf(rows.ofPractice(
                        "SELECT compartment::text FROM case_grant WHERE case_id = ? AND recipient_id = ?",
                        id.value(),
                        alders.value())));
        assertEquals(List.of(), atRowans.does(() -> notes.list(id)));
        assertEquals(1, atRowans.does(() -> notes.listProcess(id)).size());
        assertEquals(DisclosureClass.PROCESS, read(process).disclosure());
        assertEquals(
                0,
                atRowans.does(() -> search.search(Sought.of("nightjar"), OpenNote::said))
                        .matching());
    }

    @Test
    void whoeverTakesOverReadsProcessNotesAndFormulationAndOpensNoDraftOfBefore() {
        UUID process = process("what I make of it");
        UUID draft = UUID.randomUUID();
        keep(draft, 0, "not signed yet");
        atRowans.acts(() -> handOvers.offer(id, alders));
        UUID offer = atAlders.does(() -> handOvers.toMe()).stream()
                .filter(one -> one.caseId().equals(id))
                .map(Offer::id)
                .findFirst()
                .orElseThrow();

        atAlders.does(() -> handOvers.accept(offer));

        assertEquals(
                "what I make of it",
                atAlders.does(() -> notes.read(id, process)).said());
        assertThrows(NoSuchPerson.class, () -> atAlders.does(() -> drafts.open(id, draft)));
        assertThrows(NotYours.class, () -> atRowans.does(() -> drafts.open(id, draft)));
    }

    @Test
    void anAppointmentWithoutANoteIsFoundWithTheVaultLockedAndItsIdStandsNowhere() {
        UUID written = UUID.randomUUID();
        UUID missing = UUID.randomUUID();
        atRowans.does(() -> notes.write(id, UUID.randomUUID(), "about it", written));

        assertEquals(Set.of(missing), AtWork.locked(rowan).does(() -> due.among(List.of(written, missing))));
        assertEquals(
                Set.of(written, missing),
                AtWork.locked(alder).does(() -> due.among(List.of(written, missing))),
                "of a case that is not hers she learns nothing");
        assertEquals(1, rows.committed("case_item WHERE case_id = ? AND about_tag IS NOT NULL", id.value()));
    }

    @Test
    void whatSheHasBegunToWriteAboutAnAppointmentIsADraftOfHersAndNotMissing() {
        UUID begun = UUID.randomUUID();
        DraftText text = new DraftText(WrittenNote.plain("about it", begun), Optional.empty(), 0, "");
        atRowans.does(() -> drafts.keep(id, UUID.randomUUID(), 0, text));

        assertEquals(Set.of(), AtWork.locked(rowan).does(() -> due.among(List.of(begun))));
        assertTrue(AtWork.locked(rowan).does(() -> drafts.mine()).stream()
                .anyMatch(draft -> draft.caseId().equals(id)));
    }

    @Test
    void aCaseHasOneFormulationAndItsVersionsStay() {
        UUID first = UUID.randomUUID();
        atRowans.does(() -> notes.write(id, first, formulation("as I see it"), NoteStanding.SIGNED));

        assertThrows(
                NoteChanged.class,
                () -> atRowans.does(() ->
                        notes.write(id, UUID.randomUUID(), formulation("in another window"), NoteStanding.SIGNED)));
        atRowans.acts(() ->
                notes.revise(id, first, 1, formulation("as I see it now"), NoteStanding.SIGNED, Optional.empty()));

        assertEquals(Optional.of(first), atRowans.does(() -> notes.formulation(id)));
        assertTrue(read(first).said().contains("as I see it now"));
        assertEquals(List.of(), atRowans.does(() -> notes.list(id)), "it does not stand among the notes");
    }

    @Test
    void aGoalChangesByVersionsAndOneThatChangedMeanwhileIsNotWrittenOver() {
        UUID goal = UUID.randomUUID();
        Goal begun = new Goal("to sleep through", "I wake at seven", Goal.Progress.NOT_YET, "");
        atRowans.acts(() -> goals.keep(id, goal, 0, begun));
        Goal moving = new Goal("to sleep through", "I wake at seven", Goal.Progress.MOVING, "three nights of seven");
        atRowans.acts(() -> goals.keep(id, goal, 1, moving));

        assertThrows(NoteChanged.class, () -> atRowans.acts(() -> goals.keep(id, goal, 1, begun)));

        assertEquals(1, atRowans.does(() -> goals.count(id)));
        assertEquals(
                Optional.of(Goal.Progress.MOVING),
                atRowans.does(() -> goals.open(id)).get(0).goal().map(Goal::progress));
        assertEquals(
                1,
                atRowans.does(() -> search.search(Sought.of("sleep through"), OpenNote::said))
                        .matching());
    }

    @Test
    void aTemplateOfHerOwnIsHersAloneAndNotReadableInTheDatabase() {
        List<String> headings = List.of("Zugunruhe", "What the body said");
        assertTrue(atRowans.does(() -> templates.add("My own way", headings)));

        OwnHeadings mine = atRowans.does(() -> templates.mine()).get(0);
        assertEquals(headings, mine.headings());
        assertEquals(List.of(), atAlders.does(() -> templates.mine()));
        assertFalse(atAlders.does(() -> templates.add("", headings)));
        assertThrows(NoSuchPerson.class, () -> atAlders.acts(() -> templates.remove(mine.id())));
        assertEquals(
                "0",
                rows.ofPractice("SELECT count(*) FROM note_template WHERE position(?::bytea IN sealed) > 0", (Object)
                                "Zugunruhe".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .get(0));
        atRowans.acts(() -> templates.remove(mine.id()));
        assertEquals(List.of(), atRowans.does(() -> templates.mine()));
    }

    private UUID signed(String said) {
        UUID note = UUID.randomUUID();
        return atRowans.does(() -> notes.write(id, note, WrittenNote.plain(said, null), NoteStanding.SIGNED));
    }

    private UUID locked(String said) {
        return atRowans.does(() -> own.note(id, said));
    }

    private UUID process(String said) {
        UUID note = UUID.randomUUID();
        WrittenNote written = new WrittenNote(
                ItemKind.PROCESS,
                WrittenNote.FREE,
                List.of(NotePart.plain(said)),
                DisclosureClass.PROCESS,
                Optional.empty(),
                Optional.empty());
        return atRowans.does(() -> notes.write(id, note, written, NoteStanding.LOCKED));
    }

    private static WrittenNote formulation(String said) {
        return new WrittenNote(
                ItemKind.FORMULATION,
                "formulation",
                List.of(new NotePart("What keeps it going", said), new NotePart("What helps", "")),
                DisclosureClass.DISCLOSABLE,
                Optional.empty(),
                Optional.empty());
    }

    private void revise(UUID note, int upon, String said, NoteStanding standing, String reason) {
        atRowans.acts(() ->
                notes.revise(id, note, upon, WrittenNote.plain(said, null), standing, Optional.ofNullable(reason)));
    }

    private OpenNote read(UUID note) {
        return atRowans.does(() -> notes.read(id, note));
    }

    private KeptDraft keep(UUID draft, int seen, String said) {
        DraftText text = new DraftText(WrittenNote.plain(said, null), Optional.empty(), 0, "");
        return atRowans.does(() -> drafts.keep(id, draft, seen, text));
    }

    private String said(UUID draft) {
        return atRowans.does(() -> drafts.open(id, draft))
                .text()
                .note()
                .parts()
                .get(0)
                .said();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
    }
}
