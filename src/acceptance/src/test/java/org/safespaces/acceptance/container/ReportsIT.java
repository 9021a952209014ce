package org.safespaces.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safespaces.access.HandOvers;
import org.safespaces.access.NotYours;
import org.safespaces.access.Offer;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.notes.AddressRefused;
import org.safespaces.notes.CaseNotes;
import org.safespaces.notes.EvidenceEntry;
import org.safespaces.notes.EvidenceLog;
import org.safespaces.notes.EvidenceTerms;
import org.safespaces.notes.NoteChanged;
import org.safespaces.notes.NoteStanding;
import org.safespaces.notes.Report;
import org.safespaces.notes.ReportDue;
import org.safespaces.notes.ReportPlace;
import org.safespaces.notes.ReportStatus;
import org.safespaces.notes.ReportTally;
import org.safespaces.notes.ReportTerms;
import org.safespaces.notes.Reports;
import org.safespaces.notes.WrittenNote;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.TherapistId;

/** Reports that were made elsewhere, and the log of what happened: sealed line by line, for those who hold the case. */
@InTheServer
class ReportsIT {
    @Inject
    private AsRowan rowan;

    @Inject
    private AsAlder alder;

    @Inject
    private Reports reports;

    @Inject
    private EvidenceLog log;

    @Inject
    private CaseNotes notes;

    @Inject
    private HandOvers handOvers;

    @Inject
    private Caller caller;

    @Inject
    private VaultLock lock;

    @Inject
    private OwnCases cases;

    @Inject
    private Erasing erasing;

    @Inject
    private Clock clock;

    @Inject
    private Rows rows;

    private AtWork atRowans;
    private CaseId own;

    @Deployment
    static EnterpriseArchive archive() {
        return Archives.practice();
    }

    @BeforeEach
    void rowanHasACaseOfTheseTests() {
        atRowans = AtWork.unlocked(rowan, lock, "rowan");
        own = atRowans.does(cases::opened);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        rows.change("DELETE FROM report_check WHERE case_id = ?", own.value());
        cases.leave(own);
    }

    @Test
    void aReportIsKeptInVersionsAndTheNewestIsShown() {
        UUID id = kept(ReportStatus.SENT, "goldcrest-1", Optional.of(today().plusDays(3)));

        atRowans.acts(() ->
                reports.keep(own, id, 1, terms(ReportStatus.DOWN, "goldcrest-1", Optional.of(today().plusDays(9)))));

        List<Report> all = atRowans.does(() -> reports.open(own));
        assertEquals(1, all.size());
        assertEquals(2, all.get(0).summary().version());
        assertEquals(ReportStatus.DOWN, all.get(0).terms().status());
        assertEquals(Optional.of(today().plusDays(9)), all.get(0).terms().nextCheck());
        assertEquals(2, rows.committed("case_item WHERE item_id = ? AND kind = 'REPORT'", id));
        assertEquals(2, rows.committed("audit_event WHERE action = 'REPORT_WRITTEN' AND object_ref = ?", id));
        assertTrue(atRowans.does(() -> notes.isWhole(own)));
    }

    @Test
    void theDayOfTheNextLookIsClearAndNothingElseIs() {
        UUID id = kept(ReportStatus.OPEN, "goldcrest-2", Optional.of(today()));

        assertEquals(1, rows.committed("report_check WHERE item_id = ? AND check_on = ?", id, today()));
        assertFalse(rows.ofPractice("SELECT row_to_json(i)::text FROM case_item i WHERE item_id = ?", id)
                .toString()
                .contains("OPEN"));
        assertEquals(
                "[{\"item_id\":\"" + id + "\",\"case_id\":\"" + own.value() + "\",\"check_on\":\"" + today() + "\"}]",
                rows.ofPractice("SELECT row_to_json(c)::text FROM report_check c WHERE item_id = ?", id)
                        .toString());
    }

    @Test
    void whatIsToBeLookedAtByTodayIsSaidWhileTheVaultIsLocked() {
        kept(ReportStatus.SENT, "", Optional.of(today().minusDays(2)));
        kept(ReportStatus.SENT, "", Optional.of(today()));
        kept(ReportStatus.SENT, "", Optional.of(today().plusDays(1)));
        kept(ReportStatus.SENT, "", Optional.empty());

        AtWork locked = AtWork.locked(rowan);
        List<ReportDue> due = locked.does(() -> reports.due()).stream()
                .filter(each -> each.client().id().equals(own))
                .toList();

        assertEquals(1, due.size());
        assertEquals(2, due.get(0).reports());
        assertEquals(today().minusDays(2), due.get(0).since());
        assertEquals(new ReportTally(4, Optional.of(today().minusDays(2))), locked.does(() -> reports.tally(own)));
        assertTrue(AtWork.locked(alder).does(() -> reports.due()).stream()
                .noneMatch(each -> each.client().id().equals(own)));
    }

    @Test
    void nobodyElseReadsCountsOrWrites() {
        UUID id = kept(ReportStatus.SENT, "", Optional.empty());
        UUID line = written(EvidenceTerms.Image.NONE, "what was said");
        AtWork atAlders = AtWork.unlocked(alder, lock, "alder");

        assertThrows(NotYours.class, () -> atAlders.does(() -> reports.open(own)));
        assertThrows(NotYours.class, () -> atAlders.does(() -> reports.read(own, id)));
        assertThrows(NotYours.class, () -> atAlders.does(() -> reports.tally(own)));
        assertThrows(
                NotYours.class,
                () -> atAlders.acts(() -> reports.keep(own, id, 1, terms(ReportStatus.SENT, "", Optional.empty()))));
        assertThrows(NotYours.class, () -> atAlders.does(() -> log.open(own)));
        assertThrows(NotYours.class, () -> atAlders.does(() -> log.export(own)));
        assertThrows(NotYours.class, () -> atAlders.does(() -> log.read(own, line)));
        assertThrows(NotYours.class, () -> atAlders.does(() -> log.count(own)));
        assertThrows(
                NotYours.class,
                () -> atAlders.acts(() -> log.keep(own, line, 1, entry(EvidenceTerms.Image.NONE, "else"))));
        assertTrue(rows.committed("audit_event WHERE action = 'ACCESS_REFUSED' AND object_ref = ?", own.value()) >= 9);
    }

    @Test
    void aReadingIsWrittenDownBeforeAnythingOpens() {
        kept(ReportStatus.SENT, "", Optional.empty());

        assertThrows(VaultLocked.class, () -> AtWork.locked(rowan).does(() -> reports.open(own)));

        assertEquals(1, rows.committed("audit_event WHERE action = 'REPORTS_OPENED' AND object_ref = ?", own.value()));
    }

    @Test
    void whoeverTypedUponAnOlderVersionIsTold() {
        UUID id = kept(ReportStatus.SENT, "", Optional.empty());
        atRowans.acts(() -> reports.keep(own, id, 1, terms(ReportStatus.DOWN, "", Optional.empty())));

        assertThrows(
                NoteChanged.class,
                () -> atRowans.acts(() -> reports.keep(own, id, 1, terms(ReportStatus.OPEN, "", Optional.empty()))));
        assertEquals(2, rows.committed("case_item WHERE item_id = ?", id));
    }

    @Test
    void aNewOneSentTwiceIsKeptOnce() {
        UUID id = kept(ReportStatus.SENT, "", Optional.empty());

        atRowans.acts(() -> reports.keep(own, id, 0, terms(ReportStatus.SENT, "", Optional.empty())));

        assertEquals(1, rows.committed("case_item WHERE item_id = ?", id));
    }

    @Test
    void underAnIdThatSomethingElseHasNothingIsKept() {
        UUID line = written(EvidenceTerms.Image.NONE, "what was said");

        assertThrows(
                NoSuchPerson.class,
                () -> atRowans.acts(() -> reports.keep(own, line, 0, terms(ReportStatus.SENT, "", Optional.empty()))));
        assertEquals(1, rows.committed("case_item WHERE item_id = ?", line));
        assertEquals(0, rows.committed("report_check WHERE item_id = ?", line));
    }

    @Test
    void theyStandApartFromTheNotes() {
        kept(ReportStatus.SENT, "", Optional.empty());
        UUID line = written(EvidenceTerms.Image.NONE, "what was said");

        assertTrue(atRowans.does(() -> notes.list(own)).isEmpty());
        assertThrows(
                NoSuchPerson.class,
                () -> atRowans.acts(() -> notes.revise(
                        own, line, 1, WrittenNote.plain("as if a note", null), NoteStanding.SIGNED, Optional.empty())));
        assertTrue(atRowans.does(() -> log.isWhole(own)));
    }

    @Test
    void theLogIsHandedOnWithEveryVersionByTheDayItHappened() {
        UUID later = written(EvidenceTerms.Image.ADULT, "the second thing", Optional.of(today().minusDays(1)));
        UUID first = written(EvidenceTerms.Image.NONE, "the first thing", Optional.of(today().minusDays(9)));
        atRowans.acts(() -> log.keep(
                own, later, 1, entry(EvidenceTerms.Image.ADULT, "corrected", Optional.of(today().minusDays(1)))));

        List<List<EvidenceEntry>> file = atRowans.does(() -> log.export(own));

        assertEquals(
                List.of(List.of("the first thing"), List.of("the second thing", "corrected")),
                file.stream()
                        .map(line -> line.stream()
                                .map(version -> version.terms().what())
                                .toList())
                        .toList());
        assertEquals(first, file.get(0).get(0).summary().itemId());
        assertEquals(
                1, rows.committed("audit_event WHERE action = 'EVIDENCE_EXPORTED' AND object_ref = ?", own.value()));
        assertEquals(
                List.of("the first thing", "corrected"),
                atRowans.does(() -> log.open(own)).stream()
                        .map(version -> version.terms().what())
                        .toList());
    }

    @Test
    void nothingThatLeadsToAnImageOfAChildIsKept() {
        for (EvidenceTerms.Image image : List.of(EvidenceTerms.Image.UNDER_18, EvidenceTerms.Image.UNSURE)) {
            for (String address : List.of(
                    "see https://pictures.example/1",
                    "hxxps://pictures.example",
                    "on pictures.example now",
                    "pictures[.]example",
                    "WWW.Pictures.Example/a")) {
                assertThrows(AddressRefused.class, () -> written(image, address), image + " " + address);
            }
            written(image, "It was described to us. They asked for 200 pounds at 10.30, twice.");
        }
        written(EvidenceTerms.Image.ADULT, "on pictures.example");
        assertEquals(3, rows.committed("case_item WHERE case_id = ? AND kind = 'EVIDENCE'", own.value()));
    }

    @Test
    void theyPassOnWithTheCase() {
        kept(ReportStatus.SENT, "goldcrest-3", Optional.of(today()));
        written(EvidenceTerms.Image.NONE, "what was said");
        AtWork atAlders = AtWork.unlocked(alder, lock, "alder");
        TherapistId alders = atAlders.does(() -> caller.therapist()).orElseThrow();
        atRowans.acts(() -> handOvers.offer(own, alders));
        UUID offer = atAlders.does(() -> handOvers.toMe()).stream()
                .filter(each -> each.caseId().equals(own))
                .map(Offer::id)
                .findFirst()
                .orElseThrow();

        atAlders.does(() -> handOvers.accept(offer));

        assertEquals(
                "goldcrest-3",
                atAlders.does(() -> reports.open(own)).get(0).terms().reference());
        assertEquals(
                "what was said",
                atAlders.does(() -> log.open(own)).get(0).terms().what());
        assertTrue(atAlders.does(() -> reports.due()).stream()
                .anyMatch(each -> each.client().id().equals(own)));
        assertThrows(NotYours.class, () -> atRowans.does(() -> reports.open(own)));
    }

    @Test
    void anErasedRecordTakesThemWithIt() throws IOException {
        UUID id = kept(ReportStatus.SENT, "", Optional.of(today()));
        UUID asked = atRowans.does(() -> erasing.askedByRowan(own));

        erasing.approve(alder, asked);

        assertEquals(0, rows.committed("report_check WHERE item_id = ?", id));
        assertEquals(0, rows.committed("case_item WHERE item_id = ?", id));
    }

    private UUID kept(ReportStatus status, String reference, Optional<LocalDate> nextCheck) {
        UUID id = UUID.randomUUID();
        atRowans.acts(() -> reports.keep(own, id, 0, terms(status, reference, nextCheck)));
        return id;
    }

    private static ReportTerms terms(ReportStatus status, String reference, Optional<LocalDate> nextCheck) {
        return new ReportTerms(
                ReportPlace.PLATFORM,
                "second account",
                ReportTerms.By.TOGETHER,
                reference,
                Optional.empty(),
                status,
                "",
                nextCheck);
    }

    private UUID written(EvidenceTerms.Image image, String what) {
        return written(image, what, Optional.empty());
    }

    private UUID written(EvidenceTerms.Image image, String what, Optional<LocalDate> on) {
        UUID id = UUID.randomUUID();
        atRowans.acts(() -> log.keep(own, id, 0, entry(image, what, on)));
        return id;
    }

    private static EvidenceTerms entry(EvidenceTerms.Image image, String what) {
        return entry(image, what, Optional.empty());
    }

    private static EvidenceTerms entry(EvidenceTerms.Image image, String what, Optional<LocalDate> on) {
        return new EvidenceTerms(on, "", what, "", "", "", image);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of("Europe/London"));
    }
}
