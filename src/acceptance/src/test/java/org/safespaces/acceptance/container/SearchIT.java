package org.safespaces.acceptance.container;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safespaces.acceptance.container.Somebody.as;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safespaces.acceptance.container.clock.MovableClock;
import org.safespaces.access.Cases;
import org.safespaces.access.TooManySearches;
import org.safespaces.keys.BrowserKeyHolder;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.notes.CaseNotes;
import org.safespaces.notes.Found;
import org.safespaces.notes.Hit;
import org.safespaces.notes.NoteSearch;
import org.safespaces.notes.OpenNote;
import org.safespaces.notes.Sought;
import org.safespaces.people.CaseId;

/** Searching sealed notes: whose are found, what is recorded first, and where it ends. */
@InTheServer
class SearchIT {
    @Inject
    private AsRowan rowan;

    @Inject
    private AsAlder alder;

    @Inject
    private Cases cases;

    @Inject
    private CaseNotes notes;

    @Inject
    private NoteSearch search;

    @Inject
    private OwnCases own;

    @Inject
    private VaultLock lock;

    @Inject
    private BrowserKeyHolder browser;

    @Inject
    private Rows rows;

    @Deployment
    static EnterpriseArchive archive() {
        return Archives.practiceWithAClockToMove();
    }

    @BeforeEach
    void fiveMinutesLater() {
        MovableClock.pass(Duration.ofMinutes(5).plusSeconds(1));
    }

    @Test
    void aWordIsFoundInTheNewestVersionOfANoteAndInNoOlderOne() throws Exception {
        unlock(rowan, "rowan");
        UUID note = written(rowan, "the goldcrest was mentioned");
        as(rowan, () -> {
            own.revised(aCase(rowan), note, 1, "the FÍRECREST was meant");
            return null;
        });

        assertEquals(0, found(rowan, "goldcrest").matching());
        Found firecrest = found(rowan, "firecrest");
        assertEquals(1, firecrest.matching());
        Hit hit = firecrest.hits().get(0);
        assertEquals(note, hit.note().itemId());
        assertEquals(2, hit.note().version());
        assertEquals(
                List.of("FÍRECREST"),
                hit.extract().stream()
                        .filter(Hit.Piece::marked)
                        .map(Hit.Piece::text)
                        .toList());
    }

    @Test
    void anothersCaseloadIsNeverSearched() throws Exception {
        unlock(rowan, "rowan");

        Found found = found(rowan, "what shame says");

        assertEquals(
                Set.of("Linen Moth", "Copper Wren"),
                found.hits().stream().map(hit -> hit.client().designation()).collect(toSet()),
                "Slate Otter's notes say the same, and are alder's");
        assertEquals(
                rows.ofPractice("SELECT count(DISTINCT i.item_id) FROM case_item i JOIN caseload l USING (case_id)"
                        + " JOIN therapist t ON t.id = l.therapist_id"
                        + " WHERE i.compartment = 1 AND t.shown_name = 'Tall Rowan'"),
                List.of(Integer.toString(found.searched())));
    }

    @Test
    void anothersOpenVaultOpensNothingOfHers() throws Exception {
        unlock(alder, "alder");
        assertEquals(0, found(alder, "shame").unopened());

        Found found = found(rowan, "shame");

        assertEquals(0, found.searched());
        assertTrue(found.unopened() > 0);
        assertEquals(0, found.matching());
    }

    @Test
    void aSearchIsRecordedOnceAndEachCaseShownOnceWithHowMany() throws Exception {
        unlock(rowan, "rowan");
        written(rowan, "a dotterel on the hill");
        long searches = rows.committed("audit_event WHERE action = 'SEARCHED'");
        long shown = rows.committed("audit_event WHERE action = 'FOUND_IN_SEARCH'");

        Found found = found(rowan, "dot");
        found(rowan, "dotte");
        found(rowan, "dotterel");

        assertEquals(searches + 1, rows.committed("audit_event WHERE action = 'SEARCHED'"));
        assertEquals(
                List.of(Integer.toString(found.searched())),
                rows.ofPractice("SELECT amount FROM audit_event WHERE action = 'SEARCHED' ORDER BY seq DESC LIMIT 1"));
        assertEquals(shown + 1, rows.committed("audit_event WHERE action = 'FOUND_IN_SEARCH'"));
        assertEquals(
                List.of(aCase(rowan).value().toString()),
                rows.ofPractice(
                        "SELECT object_ref FROM audit_event WHERE action = 'FOUND_IN_SEARCH' ORDER BY seq DESC LIMIT 1"));

        MovableClock.pass(Duration.ofSeconds(4));
        found(rowan, "dotterel");
        assertEquals(searches + 2, rows.committed("audit_event WHERE action = 'SEARCHED'"));
        assertEquals(shown + 2, rows.committed("audit_event WHERE action = 'FOUND_IN_SEARCH'"));
    }

    @Test
    void whatIsNotFoundLeavesNoCaseRecorded() throws Exception {
        unlock(rowan, "rowan");
        long shown = rows.committed("audit_event WHERE action = 'FOUND_IN_SEARCH'");

        Found found = found(rowan, "capercaillie");

        assertEquals(0, found.matching());
        assertEquals(0, found.left());
        assertTrue(found.searched() > 0);
        assertEquals(shown, rows.committed("audit_event WHERE action = 'FOUND_IN_SEARCH'"));
    }

    @Test
    void aLockedVaultIsNotSearchedAndNothingIsRecorded() {
        as(rowan, () -> {
            lock.lock();
            return null;
        });
        long searches = rows.committed("audit_event WHERE action = 'SEARCHED'");

        assertThrows(VaultLocked.class, () -> found(rowan, "anything"));

        assertEquals(searches, rows.committed("audit_event WHERE action = 'SEARCHED'"));
    }

    @Test
    void aNoteThatSomebodyHasTamperedWithIsCountedAndTheOthersAreFound() throws Exception {
        unlock(rowan, "rowan");
        written(rowan, "a whinchat, untouched");
        UUID other = written(rowan, "a whinchat, later altered");
        rows.changeAsOwner(
                "UPDATE case_item SET sealed = set_byte(sealed, 80, get_byte(sealed, 80) # 1) WHERE item_id = ?",
                other);
        try {
            Found found = found(rowan, "whinchat");

            assertEquals(1, found.matching());
            assertEquals(1, found.unopened());
        } finally {
            rows.changeAsOwner(
                    "UPDATE case_item SET sealed = set_byte(sealed, 80, get_byte(sealed, 80) # 1) WHERE item_id = ?",
                    other);
        }
    }

    @Test
    void theTwentyFirstSearchInFiveMinutesIsRefusedAndRecordedAsRefused() throws Exception {
        unlock(rowan, "rowan");
        for (int i = 0; i < 20; i++) {
            found(rowan, "siskin");
            MovableClock.pass(Duration.ofSeconds(5));
        }
        long refused = rows.committed("audit_event WHERE action = 'SEARCHED' AND outcome = 'REFUSED'");

        TooManySearches often = assertThrows(TooManySearches.class, () -> found(rowan, "siskin"));

        assertEquals(4, often.minutes());
        assertEquals(refused + 1, rows.committed("audit_event WHERE action = 'SEARCHED' AND outcome = 'REFUSED'"));
    }

    @Test
    void aClientIsFoundByHerDesignationWithoutOpeningAnything() throws Exception {
        unlock(rowan, "rowan");

        Found found = found(rowan, "linen moth");

        assertEquals(
                List.of("Linen Moth"),
                found.clients().stream().map(client -> client.designation()).toList());
    }

    private void unlock(Somebody who, String account) throws Exception {
        browser.present(as(who, () -> lock.unlock(Development.secret(account + ".phrase"))));
    }

    private UUID written(Somebody who, String said) {
        UUID id = UUID.randomUUID();
        CaseId caseId = aCase(who);
        return as(who, () -> notes.write(caseId, id, said, null));
    }

    private CaseId aCase(Somebody who) {
        return as(who, () -> cases.mine()).get(0).id();
    }

    private Found found(Somebody who, String typed) {
        return as(who, () -> search.search(Sought.of(typed), OpenNote::said));
    }
}
