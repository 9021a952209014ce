package org.safespaces.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safespaces.access.AlreadyOffered;
import org.safespaces.access.Cases;
import org.safespaces.access.Covers;
import org.safespaces.access.DaysDoNotFit;
import org.safespaces.access.HandOvers;
import org.safespaces.access.NotYours;
import org.safespaces.access.Offer;
import org.safespaces.access.OfferGone;
import org.safespaces.keys.EndOfKeys;
import org.safespaces.keys.KeysDoNotFit;
import org.safespaces.keys.VaultLock;
import org.safespaces.notes.CaseNotes;
import org.safespaces.notes.HandOverSummaries;
import org.safespaces.notes.NoteChanged;
import org.safespaces.notes.NoteSearch;
import org.safespaces.notes.OpenNote;
import org.safespaces.notes.OpenSummary;
import org.safespaces.notes.Sought;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.TherapistId;

/** A case passes from Rowan to Alder, for good or for a time; and what is left in whose hands. */
@InTheServer
class HandOverIT {
    private static final String KEYS = "case_id = ? AND compartment = 1";

    @Inject
    private AsRowan rowan;

    @Inject
    private AsAlder alder;

    @Inject
    private HandOvers handOvers;

    @Inject
    private Covers covers;

    @Inject
    private Cases cases;

    @Inject
    private CaseNotes notes;

    @Inject
    private HandOverSummaries summaries;

    @Inject
    private NoteSearch search;

    @Inject
    private Caller caller;

    @Inject
    private EndOfKeys endOfKeys;

    @Inject
    private VaultLock lock;

    @Inject
    private OwnCases own;

    @Inject
    private UserTransaction transaction;

    @Inject
    private Clock clock;

    @Inject
    private Rows rows;

    private AtWork atRowans;
    private AtWork atAlders;
    private CaseId id;
    private UUID note;
    private TherapistId alders;

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
        note = atRowans.does(() -> own.note(id, "before"));
    }

    @AfterEach
    void leave() {
        own.leave(id);
    }

    @Test
    void whoeverTakesOverReadsEverythingAndWhoeverGaveReadsNothing() {
        UUID offer = offered();
        assertTrue(isMine(atRowans), "until it is accepted it stays where it was");
        assertFalse(isMine(atAlders));

        accept(offer);

        assertEquals("before", read(atAlders));
        UUID after = atAlders.does(() -> own.note(id, "after"));
        assertTrue(atAlders.does(() -> notes.isWhole(id)));
        assertThrows(NotYours.class, () -> read(atRowans));
        assertThrows(NotYours.class, () -> atRowans.does(() -> notes.read(id, after)));
        assertFalse(isMine(atRowans));
    }

    @Test
    void aSummaryIsForWhoeverTakesOverUntilItIsAcknowledged() {
        assertTrue(AtWork.asked(rowan, () -> summaries.standing(id)).isEmpty());
        atRowans.acts(() -> summaries.write(id, 0, "begins on time"));
        assertThrows(NoteChanged.class, () -> atRowans.acts(() -> summaries.write(id, 0, "in another window")));
        atRowans.acts(() -> summaries.write(id, 1, "likes to begin on time"));
        assertThrows(NoteChanged.class, () -> atRowans.acts(() -> summaries.acknowledge(id, 2)), "it is her own");
        UUID offer = offered();
        assertThrows(NotYours.class, () -> atAlders.does(() -> summaries.read(id)), "not before it is accepted");

        accept(offer);

        assertTrue(
                AtWork.asked(alder, () -> summaries.standing(id)).orElseThrow().waiting(),
                "seen while the vault is locked");
        OpenSummary shown = atAlders.does(() -> summaries.read(id));
        assertEquals("likes to begin on time", shown.said());
        assertTrue(shown.whole());
        assertThrows(NoteChanged.class, () -> atAlders.acts(() -> summaries.acknowledge(id, 1)));
        atAlders.acts(() -> summaries.acknowledge(id, 2));
        assertFalse(
                AtWork.asked(alder, () -> summaries.standing(id)).orElseThrow().waiting());
        assertTrue(atAlders.does(() -> summaries.read(id)).whole());
        assertThrows(NoteChanged.class, () -> atAlders.acts(() -> summaries.acknowledge(id, 3)), "once is enough");
        assertTrue(atAlders.does(() -> notes.isWhole(id)));
        assertEquals(
                1, rows.committed("audit_event WHERE action = 'SUMMARY_ACKNOWLEDGED' AND object_ref = ?", id.value()));
        assertThrows(NotYours.class, () -> atRowans.does(() -> summaries.read(id)));
    }

    @Test
    void theErasureKeysOfBeforeAreDestroyedWithTheAcceptanceAndNotBefore() {
        List<String> before = erasureKeys();
        UUID offer = offered();
        assertEquals(4, before.size());
        assertEquals(4, living(before));

        accept(offer);

        assertEquals(0, living(before));
        assertEquals(
                4,
                living(erasureKeys().stream()
                        .filter(key -> !before.contains(key))
                        .toList()));
    }

    @Test
    void whatIsRolledBackHasNotHappenedAndTheOldKeysLive() throws Exception {
        List<String> before = erasureKeys();
        UUID offer = offered();

        atAlders.does(() -> {
            transaction.begin();
            try {
                handOvers.accept(offer);
                return rows.underway("case_epoch WHERE " + KEYS, id.value());
            } finally {
                transaction.rollback();
            }
        });
        endOfKeys.round();

        assertEquals(4, living(before));
        assertEquals(0, rows.committed("audit_event WHERE action = 'EPOCH_CHANGED' AND object_ref = ?", id.value()));
        assertEquals("before", read(atRowans));
        accept(offer);
        assertEquals("before", read(atAlders));
    }

    @Test
    void acceptingInTwoWindowsIsAcceptingOnce() {
        UUID offer = offered();
        accept(offer);

        assertThrows(OfferGone.class, () -> atAlders.does(() -> handOvers.accept(offer)));
        assertThrows(OfferGone.class, () -> atAlders.does(() -> handOvers.toMe(offer)));

        assertEquals(2, rows.committed("case_epoch WHERE " + KEYS, id.value()));
        assertEquals("before", read(atAlders));
    }

    @Test
    void anOfferTakenBackLeavesAKeyToNothing() {
        UUID offer = offered();
        atRowans.acts(() -> handOvers.withdraw(id));

        assertThrows(OfferGone.class, () -> atRowans.acts(() -> handOvers.withdraw(id)));
        assertEquals("before", read(atRowans));
        assertEquals(2, rows.committed("case_epoch WHERE " + KEYS, id.value()));
        assertThrows(OfferGone.class, () -> atAlders.does(() -> handOvers.accept(offer)));
        assertFalse(isMine(atAlders));
    }

    @Test
    void aDeclinedOffersKeyEndsWithTheNextChangeOfTheLock() {
        UUID offer = offered();
        atAlders.acts(() -> handOvers.decline(offer));
        assertThrows(OfferGone.class, () -> atAlders.acts(() -> handOvers.decline(offer)));
        assertTrue(atRowans.does(() -> covers.lockToChange()).contains(id));

        atRowans.acts(() -> covers.changeLock(id));

        assertFalse(atRowans.does(() -> covers.lockToChange()).contains(id));
        assertEquals("before", read(atRowans));
        assertEquals(List.of("0"), epochsOfGrantsTo(alders));
    }

    @Test
    void oneAtATimeAndToNobodyElse() {
        UUID offer = offered();

        assertThrows(AlreadyOffered.class, () -> atRowans.acts(() -> handOvers.offer(id, alders)));
        assertThrows(NotYours.class, () -> atAlders.acts(() -> handOvers.offer(id, alders)));
        assertThrows(NotYours.class, () -> atRowans.does(() -> handOvers.accept(offer)));
        assertThrows(NotYours.class, () -> atRowans.acts(() -> handOvers.decline(offer)));
    }

    @Test
    void aKeyForAnotherEpochDoesNotTakeOver() {
        UUID offer = offered();
        rows.change("DELETE FROM case_grant WHERE case_id = ? AND purpose = 2", id.value());

        assertThrows(KeysDoNotFit.class, () -> atAlders.does(() -> handOvers.accept(offer)));

        assertEquals("before", read(atRowans));
        assertFalse(isMine(atAlders));
    }

    @Test
    void aColleagueWhoCoversReadsAndWritesAndHandsNothingOn() {
        cover(today(), today());

        assertEquals("before", read(atAlders));
        assertTrue(
                atAlders.does(() -> search.search(Sought.of("before"), OpenNote::said)).hits().stream()
                        .anyMatch(hit -> hit.client().id().equals(id)),
                "and finds what she looks for");
        UUID hers = atAlders.does(() -> own.note(id, "while away"));
        assertEquals(today(), atAlders.does(() -> cases.mine(id)).coverUntil().orElseThrow());
        assertThrows(NotYours.class, () -> atAlders.acts(() -> handOvers.offer(id, alders)));
        assertThrows(NotYours.class, () -> atAlders.acts(() -> covers.changeLock(id)));
        assertThrows(NotYours.class, () -> atAlders.does(() -> covers.of(id)));

        assertEquals("while away", atRowans.does(() -> notes.read(id, hers)).said());
        assertTrue(atRowans.does(() -> notes.isWhole(id)));
    }

    @Test
    void afterItsLastDayTheServerRefusesAndTheNextChangeOfTheLockEndsIt() {
        cover(today(), today());
        UUID hers = atAlders.does(() -> own.note(id, "while away"));
        rows.change(
                "UPDATE cover SET begins = now() - interval '2 days', ends = now() - interval '1 second'"
                        + " WHERE case_id = ?",
                id.value());

        assertThrows(NotYours.class, () -> read(atAlders));
        assertFalse(isMine(atAlders));
        assertTrue(atRowans.does(() -> covers.lockToChange()).contains(id));
        atRowans.acts(() -> covers.changeLock(id));

        assertFalse(atRowans.does(() -> covers.lockToChange()).contains(id));
        assertEquals(List.of("0"), epochsOfGrantsTo(alders));
        assertEquals("while away", atRowans.does(() -> notes.read(id, hers)).said());
        assertTrue(atRowans.does(() -> notes.isWhole(id)), "what she wrote and signed still counts");
        assertEquals(1, rows.committed("audit_event WHERE action = 'COVER_ENDED' AND object_ref = ?", id.value()));
    }

    @Test
    void coverPreparedForLaterOpensNothingYet() {
        cover(today().plusDays(3), today().plusDays(5));

        assertThrows(NotYours.class, () -> read(atAlders));
        assertFalse(isMine(atAlders));
    }

    @Test
    void coverCanBeEndedEarlyAndGivenAnew() {
        cover(today(), today().plusDays(9));
        cover(today(), today().plusDays(2));
        assertEquals(1, atRowans.does(() -> covers.of(id)).size());
        UUID running = atRowans.does(() -> covers.of(id)).get(0).id();

        atRowans.acts(() -> covers.end(id, running));
        atRowans.acts(() -> covers.end(id, running));
        assertThrows(NotYours.class, () -> read(atAlders));

        cover(today(), today());
        assertEquals("before", read(atAlders));
    }

    @Test
    void aCoverThatRunsAndAnOfferThatWaitsOutlastAChangeOfTheLock() {
        cover(today(), today());
        UUID offer = offered();
        atRowans.acts(() -> covers.changeLock(id));

        assertEquals("before", read(atAlders));
        atAlders.does(() -> handOvers.accept(offer));
        assertEquals("before", read(atAlders));
        assertEquals(0, rows.committed("cover WHERE case_id = ? AND ended_on IS NULL", id.value()));
    }

    @Test
    void coverHasSensibleDays() {
        assertThrows(DaysDoNotFit.class, () -> cover(today().minusDays(1), today()));
        assertThrows(DaysDoNotFit.class, () -> cover(today().plusDays(2), today().plusDays(1)));
        assertThrows(DaysDoNotFit.class, () -> cover(today(), today().plusDays(Covers.MOST_DAYS + 1)));
    }

    @Test
    void everyStepIsWrittenDown() {
        atRowans.acts(() -> covers.give(List.of(id), alders, today(), today()));
        UUID offer = offered();
        atAlders.acts(() -> handOvers.decline(offer));
        offered();
        atRowans.acts(() -> handOvers.withdraw(id));
        accept(offered());

        assertEquals(
                List.of(
                        "COVER_GIVEN",
                        "HANDOVER_OFFERED",
                        "HANDOVER_DECLINED",
                        "HANDOVER_OFFERED",
                        "EPOCH_CHANGED",
                        "HANDOVER_WITHDRAWN",
                        "HANDOVER_OFFERED",
                        "EPOCH_CHANGED",
                        "COVER_ENDED",
                        "HANDOVER_ACCEPTED"),
                rows.ofPractice(
                        "SELECT action FROM audit_event WHERE object_ref = ? AND (action LIKE 'HANDOVER%' OR action LIKE"
                                + " 'COVER%' OR action = 'EPOCH_CHANGED') ORDER BY seq",
                        id.value()));
    }

    private UUID offered() {
        atRowans.acts(() -> handOvers.offer(id, alders));
        return atAlders.does(() -> handOvers.toMe()).stream()
                .filter(offer -> offer.caseId().equals(id))
                .map(Offer::id)
                .findFirst()
                .orElseThrow();
    }

    private void accept(UUID offer) {
        assertEquals(id, atAlders.does(() -> handOvers.accept(offer)));
    }

    private void cover(LocalDate first, LocalDate last) {
        atRowans.acts(() -> covers.give(List.of(id), alders, first, last));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of("Europe/London"));
    }

    private String read(AtWork who) {
        return who.does(() -> notes.read(id, note)).said();
    }

    private boolean isMine(AtWork who) {
        return who.does(() -> cases.mine()).stream().anyMatch(each -> each.id().equals(id));
    }

    private List<String> erasureKeys() {
        return rows.ofPractice("SELECT ek_id::text FROM case_epoch WHERE case_id = ?", id.value());
    }

    private long living(List<String> keys) {
        return keys.stream()
                .filter(key -> rows.inKeystore("erasure_key WHERE ek_id = '" + key + "'") == 1)
                .count();
    }

    private List<String> epochsOfGrantsTo(TherapistId person) {
        return rows.ofPractice(
                "SELECT DISTINCT epoch::text FROM case_grant WHERE case_id = ? AND recipient_id = ?",
                id.value(),
                person.value());
    }
}
