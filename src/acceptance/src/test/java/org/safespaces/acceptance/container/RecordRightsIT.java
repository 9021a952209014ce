package org.safespaces.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safespaces.access.AlreadyDecided;
import org.safespaces.access.ClientCodes;
import org.safespaces.access.Erasure;
import org.safespaces.access.ErasureReason;
import org.safespaces.access.ErasureState;
import org.safespaces.access.ErasureSummary;
import org.safespaces.access.HoldReason;
import org.safespaces.access.Holds;
import org.safespaces.access.NotYours;
import org.safespaces.access.OnHold;
import org.safespaces.access.RecordRetention;
import org.safespaces.access.Resting;
import org.safespaces.access.RetentionDue;
import org.safespaces.access.RetentionSnooze;
import org.safespaces.access.SafeContact;
import org.safespaces.access.TooEarly;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.mail.Addressees;
import org.safespaces.notes.CaseMessages;
import org.safespaces.notes.CaseNotes;
import org.safespaces.notes.Copies;
import org.safespaces.notes.CopyChoice;
import org.safespaces.notes.CopyItem;
import org.safespaces.notes.CopyRequest;
import org.safespaces.notes.CopyText;
import org.safespaces.notes.Correction;
import org.safespaces.notes.Corrections;
import org.safespaces.notes.DisclosureClass;
import org.safespaces.notes.DocumentFile;
import org.safespaces.notes.Ending;
import org.safespaces.notes.Endings;
import org.safespaces.notes.ItemKind;
import org.safespaces.notes.MessagesByCode;
import org.safespaces.notes.NotReviewed;
import org.safespaces.notes.NoteChanged;
import org.safespaces.notes.NotePart;
import org.safespaces.notes.NoteStanding;
import org.safespaces.notes.OutsideRequests;
import org.safespaces.notes.OutsideStanding;
import org.safespaces.notes.OutsideTally;
import org.safespaces.notes.OutsideTerms;
import org.safespaces.notes.OwnCopies;
import org.safespaces.notes.OwnCorrections;
import org.safespaces.notes.WrittenNote;
import org.safespaces.people.CaseId;
import org.safespaces.people.ContactTerms;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.RecordRests;
import org.safespaces.people.ReminderWish;
import org.safespaces.people.Restriction;
import org.safespaces.people.SafeTimes;

/** What a client may ask of her record, and what others ask about her: each with its two sides, and what nobody gets. */
@InTheServer
class RecordRightsIT {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String PHRASE = "amber bucket candle dapper eagle fabric";

    @Inject
    private AsRowan rowan;

    @Inject
    private AsAlder alder;

    @Inject
    private AsBirch birch;

    @Inject
    private AsReed reed;

    @Inject
    private Copies copies;

    @Inject
    private OwnCopies ownCopies;

    @Inject
    private Corrections corrections;

    @Inject
    private OwnCorrections ownCorrections;

    @Inject
    private OutsideRequests outside;

    @Inject
    private Resting resting;

    @Inject
    private RecordRetention retention;

    @Inject
    private Erasure erasure;

    @Inject
    private Holds holds;

    @Inject
    private Endings endings;

    @Inject
    private CaseNotes notes;

    @Inject
    private CaseMessages caseMessages;

    @Inject
    private MessagesByCode messages;

    @Inject
    private Addressees addresses;

    @Inject
    private SafeContact safeContact;

    @Inject
    private ClientCodes codes;

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
        rows.change("DELETE FROM outside_request WHERE case_id = ?", reeds.value());
        rows.change(
                "DELETE FROM copy_release WHERE request_id IN (SELECT id FROM copy_request WHERE case_id = ?)",
                reeds.value());
        rows.change("DELETE FROM copy_request WHERE case_id = ?", reeds.value());
    }

    @Test
    void aCopyOpensWithItsWordsOnlyAndHoldsWhatWasDecidedAndNoProcessNote() throws Exception {
        UUID aboutMabel = atRowans.does(() -> cases.note(reeds, "She lives with her sister Mabel."));
        UUID plain = atRowans.does(() -> cases.note(reeds, "We spoke about the spring."));
        UUID leftOut = atRowans.does(() -> cases.note(reeds, "Somebody else said this in confidence."));
        WrittenNote own = new WrittenNote(
                ItemKind.PROCESS,
                WrittenNote.FREE,
                List.of(NotePart.plain("My own wondering.")),
                DisclosureClass.PROCESS,
                Optional.empty(),
                Optional.empty());
        atRowans.does(() -> notes.write(reeds, UUID.randomUUID(), own, NoteStanding.LOCKED));
        UUID request = asked();
        assertThrows(NotReviewed.class, () -> release(request), "nobody has looked yet");

        choose(request, plain, 1, 0, new CopyChoice(CopyChoice.Decision.SHARE, "", ""));
        choose(
                request,
                aboutMabel,
                1,
                0,
                new CopyChoice(
                        CopyChoice.Decision.REDACT, "It names her sister.", "She lives with somebody of her family."));
        choose(request, leftOut, 1, 0, new CopyChoice(CopyChoice.Decision.WITHHOLD, "Said in confidence.", ""));
        DocumentFile file = release(request);

        assertEquals("copy-" + LocalDate.now(LONDON) + ".pdf", file.name());
        assertThrows(InvalidPasswordException.class, () -> Loader.loadPDF(file.content()));
        assertThrows(InvalidPasswordException.class, () -> Loader.loadPDF(file.content(), PHRASE + "s"));
        try (PDDocument read = Loader.loadPDF(file.content(), PHRASE)) {
            assertEquals(256, read.getEncryption().getLength());
            String text = new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
            assertTrue(text.contains("We spoke about the spring."), text);
            assertTrue(text.contains("somebody of her family"), text);
            String data = new String(
                    read.getDocumentCatalog()
                            .getNames()
                            .getEmbeddedFiles()
                            .getNames()
                            .get("copy.json")
                            .getEmbeddedFile()
                            .toByteArray(),
                    StandardCharsets.UTF_8);
            assertTrue(data.contains("We spoke about the spring."), data);
            assertTrue(data.contains("\"leftOut\":1"), data);
            for (String secret : List.of("Mabel", "in confidence", "wondering")) {
                assertFalse(text.contains(secret), secret);
                assertFalse(data.contains(secret), secret);
            }
        }
        assertFalse(new String(file.content(), StandardCharsets.ISO_8859_1).contains("spring"));
        CopyRequest answered = atReeds.does(() -> ownCopies.all()).get(0);
        assertEquals(Optional.of(CopyRequest.Outcome.RELEASED), answered.outcome());
        assertEquals(1, answered.releases().size());
        assertEquals(1, answered.releases().get(0).shared());
        assertEquals(1, answered.releases().get(0).redacted());
        assertEquals(1, answered.releases().get(0).withheld());
        assertEquals(
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file.content())),
                answered.releases().get(0).fileHash());
        assertEquals(1, rows.committed("audit_event WHERE action = 'COPY_RELEASED' AND object_ref = ?", reeds.value()));
        assertTrue(atRowans.does(() -> notes.isWhole(reeds)), "decisions stand in the record, and it matches its seal");
    }

    @Test
    void sheAsksOnceAndIsAnsweredWithinAMonthOrThree() {
        UUID request = asked();
        atReeds.acts(() -> ownCopies.ask());

        List<CopyRequest> all = atReeds.does(() -> ownCopies.all());
        assertEquals(1, all.size(), "one that waits is the one there is");
        LocalDate came = all.get(0).cameOn();
        assertTrue(all.get(0).byClient());
        assertEquals(came.plusMonths(1), all.get(0).dueOn());
        assertTrue(AtWork.asked(rowan, () -> copies.due()).stream()
                .anyMatch(due -> due.client().id().equals(reeds) && due.dueOn().equals(came.plusMonths(1))));

        atRowans.acts(() -> copies.extend(reeds, request, CopyRequest.Extension.COMPLEX));
        assertThrows(
                NoteChanged.class,
                () -> atRowans.acts(() -> copies.extend(reeds, request, CopyRequest.Extension.MANY)));
        assertEquals(
                came.plusMonths(3), atReeds.does(() -> ownCopies.all()).get(0).dueOn());

        atRowans.acts(() -> copies.withdraw(reeds, request));
        assertThrows(NoSuchPerson.class, () -> release(request), "of what she does not want no copy is made");
        atRowans.acts(() -> copies.enter(reeds, LocalDate.now(LONDON).minusDays(3)));
        assertEquals(
                LocalDate.now(LONDON).minusDays(3).plusMonths(1),
                atReeds.does(() -> ownCopies.all()).stream()
                        .filter(CopyRequest::isOpen)
                        .findFirst()
                        .orElseThrow()
                        .dueOn());
        assertThrows(
                NoSuchPerson.class,
                () -> atRowans.acts(
                        () -> copies.enter(reeds, LocalDate.now(LONDON).plusDays(2))));
    }

    @Test
    void whatWasWrittenAfterADecisionIsDecidedAnew() {
        UUID note = atRowans.does(() -> cases.note(reeds, "as it was"));
        UUID request = asked();
        choose(request, note, 1, 0, new CopyChoice(CopyChoice.Decision.SHARE, "", ""));
        assertTrue(item(request, note).decision().isPresent());
        assertThrows(
                NoteChanged.class,
                () -> choose(
                        request, note, 1, 0, new CopyChoice(CopyChoice.Decision.WITHHOLD, "from another window", "")));

        atRowans.acts(() -> cases.revised(reeds, note, 1, "as it is"));

        CopyItem now = item(request, note);
        assertTrue(now.decision().isEmpty());
        assertEquals(2, now.versions().size(), "both versions are hers");
        assertThrows(NotReviewed.class, () -> release(request));
        assertThrows(
                NoSuchPerson.class,
                () -> choose(request, note, 2, 1, new CopyChoice(CopyChoice.Decision.WITHHOLD, " ", "")),
                "whoever leaves something out says why");
        choose(request, note, 2, 1, new CopyChoice(CopyChoice.Decision.SHARE, "", ""));
        release(request);
    }

    @Test
    void nobodyElseGoesThroughARecordOrAnswersForIt() {
        UUID note = atRowans.does(() -> cases.note(reeds, "said"));
        UUID request = asked();
        AtWork atAlders = AtWork.unlocked(alder, lock, "alder");

        assertThrows(NotYours.class, () -> atAlders.does(() -> copies.review(reeds, request)));
        assertThrows(NotYours.class, () -> atAlders.does(() -> copies.read(reeds, request, note)));
        assertThrows(NotYours.class, () -> atAlders.does(() -> copies.of(reeds)));
        assertThrows(NotYours.class, () -> atAlders.does(() -> corrections.open(reeds)));
        assertThrows(NotYours.class, () -> atAlders.does(() -> outside.of(reeds)));
        assertThrows(NotYours.class, () -> atAlders.acts(() -> resting.set(reeds, Restriction.Reason.ACCURACY)));
        assertThrows(VaultLocked.class, () -> AtWork.locked(rowan).does(() -> copies.review(reeds, request)));
        assertEquals(
                1,
                rows.committed("audit_event WHERE action = 'COPY_REVIEWED' AND object_ref = ?", reeds.value()),
                "written down before anything opens");
    }

    @Test
    void aRecordThatRestsIsReadAndNotWrittenInUntilItGoesOn() {
        UUID note = atRowans.does(() -> cases.note(reeds, "before"));
        UUID request = asked();
        ContactTerms terms = new ContactTerms(
                Optional.of("reed@example.org"),
                false,
                false,
                false,
                SafeTimes.any(),
                false,
                new ReminderWish(true, true, false));
        atRowans.acts(() -> safeContact.confirm(reeds, terms));
        assertTrue(addresses.find(reeds.value()).isPresent());
        atRowans.acts(() -> resting.set(reeds, Restriction.Reason.ACCURACY));
        atRowans.acts(() -> resting.set(reeds, Restriction.Reason.OBJECTION));

        assertThrows(RecordRests.class, () -> note("meanwhile"));
        assertThrows(RecordRests.class, () -> atRowans.acts(() -> cases.revised(reeds, note, 1, "otherwise")));
        atRowans.does(() -> cases.note(reeds, "what was done about her safety"));
        assertThrows(
                RecordRests.class, () -> atRowans.acts(() -> caseMessages.write(reeds, UUID.randomUUID(), "Hello")));
        assertEquals("before", atRowans.does(() -> notes.read(reeds, note)).said());
        assertTrue(addresses.find(reeds.value()).isEmpty(), "no letter goes out");
        atReeds.acts(() -> messages.send(code, UUID.randomUUID(), "I write all the same.", visitor()));
        assertEquals(1, atRowans.does(() -> caseMessages.open(reeds)).size(), "what she sends comes in");
        choose(request, note, 1, 0, new CopyChoice(CopyChoice.Decision.SHARE, "", ""));

        atRowans.acts(() -> resting.lift(reeds, Restriction.Lifted.SETTLED));
        note("after");

        Restriction rested = atRowans.does(() -> resting.of(reeds)).get(0);
        assertEquals(Restriction.Reason.ACCURACY, rested.reason(), "it rested for its first reason");
        assertEquals(Optional.of(Restriction.Lifted.SETTLED), rested.lifted());
        assertEquals(
                1, rows.committed("audit_event WHERE action = 'RECORD_RESTRICTED' AND object_ref = ?", reeds.value()));
    }

    @Test
    void whatIsNotRightStaysWithWhatWasAnswered() {
        atReeds.acts(() -> ownCorrections.ask(code, UUID.randomUUID(), "I moved in 2019, not 2018.", visitor()));
        assertEquals(
                1, atReeds.does(() -> ownCorrections.read(code, visitor())).size(), "before anybody has opened it");

        Correction asked = atRowans.does(() -> corrections.open(reeds)).get(0);
        assertEquals("I moved in 2019, not 2018.", asked.asked());
        assertTrue(asked.byClient());
        assertEquals(1, AtWork.asked(rowan, () -> corrections.waiting(reeds)));
        atRowans.acts(() ->
                corrections.answer(reeds, asked.id(), 1, Correction.State.AMENDED, "I wrote a note beside it today."));
        assertThrows(
                NoteChanged.class,
                () -> atRowans.acts(
                        () -> corrections.answer(reeds, asked.id(), 2, Correction.State.REFUSED, "Changed my mind.")));

        Correction hers =
                atReeds.does(() -> ownCorrections.read(code, visitor())).get(0);
        assertEquals(Correction.State.AMENDED, hers.state());
        assertEquals("I wrote a note beside it today.", hers.answer());
        assertEquals("I moved in 2019, not 2018.", hers.asked());
        assertEquals(0, AtWork.asked(rowan, () -> corrections.waiting(reeds)));
        UUID spoken = UUID.randomUUID();
        atRowans.acts(() -> corrections.enter(reeds, spoken, "She said it on the telephone."));
        atRowans.acts(() -> corrections.enter(reeds, spoken, "She said it on the telephone."));
        assertEquals(2, atReeds.does(() -> ownCorrections.read(code, visitor())).size());
    }

    @Test
    void whatOthersAskIsSealedAndASecondPersonLooksAtHowItWent() {
        UUID id = UUID.randomUUID();
        LocalDate today = LocalDate.now(LONDON);
        OutsideTally before = AtWork.asked(birch, () -> outside.tally());
        atRowans.acts(() -> outside.keep(reeds, id, 0, terms(OutsideTerms.Decision.OPEN, Optional.empty())));
        AtWork atAlders = AtWork.unlocked(alder, lock, "alder");
        assertTrue(atAlders.does(() -> outside.toLookAt()).stream()
                .noneMatch(each -> each.id().equals(id)));
        atRowans.acts(() -> outside.keep(reeds, id, 1, terms(OutsideTerms.Decision.REFUSED, Optional.of(today))));

        OutsideStanding seen = atAlders.does(() -> outside.toLookAt()).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        assertEquals(OutsideTerms.Decision.REFUSED, seen.decision());
        assertThrows(NotYours.class, () -> atAlders.does(() -> outside.read(reeds, id)), "without its words");
        assertThrows(
                NoteChanged.class,
                () -> atRowans.acts(() -> outside.lookAt(id, seen.version(), OutsideStanding.Second.AGREES)));
        assertThrows(
                NoteChanged.class,
                () -> atAlders.acts(() -> outside.lookAt(id, seen.version() - 1, OutsideStanding.Second.AGREES)),
                "of what stood there before");
        atAlders.acts(() -> outside.lookAt(id, seen.version(), OutsideStanding.Second.AGREES));
        assertThrows(
                NoteChanged.class,
                () -> atAlders.acts(() -> outside.lookAt(id, seen.version() + 1, OutsideStanding.Second.DOES_NOT)),
                "one opinion is enough");

        assertEquals(
                Optional.of(OutsideStanding.Second.AGREES),
                atRowans.does(() -> outside.of(reeds)).get(0).second());
        assertEquals(
                "DC Plum, case 7",
                atRowans.does(() -> outside.read(reeds, id)).terms().who());
        OutsideTally after = AtWork.asked(birch, () -> outside.tally());
        assertEquals(before.all() + 1, after.all());
        assertFalse(rows.ofPractice("SELECT encode(sealed, 'escape') FROM case_item WHERE item_id = ?", id)
                .toString()
                .contains("Plum"));
        atRowans.acts(() -> outside.keep(reeds, id, 2, terms(OutsideTerms.Decision.PART, Optional.of(today))));
        assertTrue(
                atRowans.does(() -> outside.of(reeds)).get(0).second().isEmpty(), "another decision is looked at anew");
    }

    @Test
    void aRecordIsKeptForItsYearsAndItsErasureIsTakenBackForThirtyDays() throws IOException {
        assertTrue(atRowans.does(() -> retention.of(reeds)).isEmpty(), "no clock runs while therapy goes on");
        atRowans.acts(() -> endings.write(reeds, ended()));
        RetentionDue fresh = atRowans.does(() -> retention.of(reeds)).orElseThrow();
        assertEquals(fresh.endedOn().plusYears(7), fresh.dueOn());
        assertFalse(fresh.asks(LocalDate.now(LONDON)));
        rows.changeAsOwner(
                "UPDATE case_record SET ended_on = ? WHERE id = ?",
                LocalDate.now(LONDON).minusYears(7),
                reeds.value());
        assertTrue(due().asks(LocalDate.now(LONDON)));

        LocalDate later = LocalDate.now(LONDON).plusYears(2);
        atRowans.acts(() -> retention.snooze(reeds, new RetentionSnooze(later, RetentionSnooze.Reason.STILL_NEEDED)));
        assertFalse(due().asks(LocalDate.now(LONDON)));
        assertTrue(due().asks(later));
        assertThrows(
                NoSuchPerson.class,
                () -> atRowans.acts(() -> retention.snooze(
                        reeds, new RetentionSnooze(later.plusYears(6), RetentionSnooze.Reason.CAME_AS_MINOR))));

        UUID asked = askedForRetention();
        approve(asked);
        assertEquals(ErasureState.APPROVED, summary(asked).state());
        assertTrue(due().erasure());
        assertThrows(TooEarly.class, () -> approve(asked), "thirty days");
        assertThrows(AlreadyDecided.class, this::askedForRetention);
        AtWork.locked(alder).acts(() -> erasure.refuse(asked));
        assertEquals(ErasureState.REFUSED, summary(asked).state(), "taken back");

        UUID again = askedForRetention();
        approve(again);
        rows.changeAsOwner("UPDATE erasure SET begins_on = ? WHERE id = ?", LocalDate.now(ZoneOffset.UTC), again);
        atRowans.acts(() -> holds.set(reeds, HoldReason.COURT_OR_POLICE));
        assertThrows(OnHold.class, () -> approve(again), "a hold stops it on the last day as well");
        atRowans.acts(() -> holds.lift(reeds));
        approve(again);
        assertEquals(ErasureState.ERASED, summary(again).state());
        assertEquals(List.of("audit_event.object_ref", "erasure.case_id"), erasing.whereItIsNamed(reeds.value()));
    }

    @Test
    void therapyTakenUpAgainTakesBackWhatWasAskedBecauseItHadEnded() throws IOException {
        atRowans.acts(() -> endings.write(reeds, ended()));
        rows.changeAsOwner(
                "UPDATE case_record SET ended_on = ? WHERE id = ?",
                LocalDate.now(LONDON).minusYears(7),
                reeds.value());
        UUID asked = askedForRetention();
        approve(asked);

        atRowans.acts(() -> endings.write(reeds, Ending.reopened(LocalDate.now(LONDON), "She came back.")));

        assertEquals(ErasureState.WITHDRAWN, summary(asked).state());
    }

    @Test
    void anErasedRecordTakesAllOfThisAlong() throws IOException {
        atRowans.does(() -> cases.note(reeds, "said"));
        UUID request = asked();
        choose(
                request,
                atRowans.does(() -> notes.list(reeds)).get(0).itemId(),
                1,
                0,
                new CopyChoice(CopyChoice.Decision.SHARE, "", ""));
        release(request);
        atRowans.acts(
                () -> outside.keep(reeds, UUID.randomUUID(), 0, terms(OutsideTerms.Decision.OPEN, Optional.empty())));
        atRowans.acts(() -> corrections.enter(reeds, UUID.randomUUID(), "Not so."));
        atRowans.acts(() -> resting.set(reeds, Restriction.Reason.UNLAWFUL));
        UUID asked = atRowans.does(() -> erasing.askedByRowan(reeds));

        erasing.approve(alder, asked);

        assertEquals(
                List.of("audit_event.actor", "audit_event.object_ref", "erasure.case_id"),
                erasing.whereItIsNamed(reeds.value()),
                "she asked for the copy herself");
    }

    private void note(String said) {
        atRowans.does(() -> notes.write(reeds, UUID.randomUUID(), WrittenNote.plain(said, null), NoteStanding.LOCKED));
    }

    private UUID asked() {
        atReeds.acts(() -> ownCopies.ask());
        return atRowans.does(() -> copies.of(reeds)).stream()
                .filter(CopyRequest::isOpen)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void choose(UUID request, UUID item, int about, int upon, CopyChoice choice) {
        atRowans.acts(() -> copies.choose(reeds, request, item, about, upon, choice));
    }

    private CopyItem item(UUID request, UUID item) {
        return atRowans.does(() -> copies.review(reeds, request)).stream()
                .filter(each -> each.itemId().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private DocumentFile release(UUID request) {
        return atRowans.does(() -> copies.release(reeds, request, PHRASE, new Plain()));
    }

    private RetentionDue due() {
        return atRowans.does(() -> retention.of(reeds)).orElseThrow();
    }

    private UUID askedForRetention() throws IOException {
        String phrase = Development.secret("rowan.phrase");
        atRowans.acts(() -> erasure.ask(reeds, ErasureReason.RETENTION_ENDED, phrase));
        return atRowans.does(() -> erasure.waitingFor(reeds)).orElseThrow().id();
    }

    private void approve(UUID id) {
        AtWork.locked(alder).acts(() -> erasure.approve(id));
    }

    private ErasureSummary summary(UUID id) {
        return AtWork.asked(alder, () -> erasure.all()).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Ending ended() {
        return new Ending(
                Ending.Step.ENDED, LocalDate.now(), Ending.Met.PARTLY, true, true, true, false, "We said goodbye.");
    }

    private static OutsideTerms terms(OutsideTerms.Decision decision, Optional<LocalDate> answered) {
        return new OutsideTerms(
                OutsideTerms.Asker.POLICE,
                LocalDate.now(LONDON),
                "DC Plum, case 7",
                "a letter",
                "all notes",
                "it was not said",
                "she does not want it",
                "nothing",
                decision,
                answered);
    }

    private static String visitor() {
        return UUID.randomUUID().toString();
    }

    /** As the page does it, in fewer words. */
    private static final class Plain implements CopyText {
        @Override
        public String title(CopyItem item) {
            return item.kind().name();
        }

        @Override
        public String text(CopyItem item) {
            return item.versions().get(0).document();
        }

        @Override
        public String head(int shared, int redacted, int withheld) {
            return "A copy";
        }
    }
}
