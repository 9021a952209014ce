package org.safespaces.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safespaces.acceptance.container.Somebody.as;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safespaces.notes.CaseNotes;
import org.safespaces.notes.DoesNotOpen;
import org.safespaces.notes.OpenNote;
import org.safespaces.people.CaseId;

/** Somebody who may write to the database, and to nothing else, takes things out of a record or puts them back. */
@InTheServer
class WholeRecordIT {
    @Inject
    private AsRowan rowan;

    @Inject
    private CaseNotes notes;

    @Inject
    private OwnCases own;

    @Inject
    private Meddling meddling;

    @Inject
    private Rows rows;

    private CaseId id;
    private UUID first;
    private UUID second;
    private UUID third;

    @Deployment
    static EnterpriseArchive archive() {
        return Archives.practice();
    }

    @BeforeEach
    void threeNotes() throws IOException {
        own.unlock(rowan, "rowan");
        id = own.openedBy(rowan);
        first = own.note(rowan, id, "one");
        second = own.note(rowan, id, "two");
        third = own.note(rowan, id, "three");
    }

    @AfterEach
    void leave() {
        own.leave(id);
    }

    @Test
    void aRecordThatOnlyItsHolderWroteMatches() {
        as(rowan, () -> {
            own.revised(id, first, 1, "one, and more");
            return null;
        });

        assertTrue(isWhole());
        assertTrue(read(first).whole());
        assertEquals(0, findings());
    }

    @Test
    void theNewestNoteTakenOutShowsAndTheOthersOpenStill() {
        rows.change("DELETE FROM case_item WHERE item_id = ?", third);

        assertFalse(isWhole());
        OpenNote opened = read(first);
        assertEquals("one", opened.said());
        assertFalse(opened.whole());
        assertEquals(2, findings());
    }

    @Test
    void theNewestVersionTakenOutShows() {
        as(rowan, () -> {
            own.revised(id, third, 1, "three, corrected");
            return null;
        });
        rows.change("DELETE FROM case_item WHERE item_id = ? AND version = 2", third);

        assertEquals("three", read(third).said());
        assertFalse(isWhole());
    }

    @Test
    void oneTakenOutOfTheMiddleShows() {
        rows.change("DELETE FROM case_item WHERE item_id = ?", second);

        assertFalse(isWhole());
    }

    @Test
    void aHeadPutBackTogetherWithItsNotesShowsByTheLogAlsoAfterFurtherWriting() {
        String head = meddling.headOf(id);
        UUID fourth = own.note(rowan, id, "four");
        rows.change("DELETE FROM case_item WHERE item_id = ?", fourth);
        meddling.putBack(id, head);

        assertFalse(isWhole());
        own.note(rowan, id, "five");
        assertFalse(isWhole());
    }

    @Test
    void aRecordEmptiedTogetherWithItsHeadShows() {
        rows.change("DELETE FROM case_item WHERE case_id = ?", id.value());
        rows.change("DELETE FROM case_head WHERE case_id = ?", id.value());

        assertFalse(isWhole());
    }

    @Test
    void aHeadTakenAwayOrExchangedShows() {
        String head = meddling.headOf(id);
        own.note(rowan, id, "four");
        meddling.putBack(id, head);
        assertFalse(isWhole());

        rows.change("DELETE FROM case_head WHERE case_id = ?", id.value());
        assertFalse(isWhole());
    }

    @Test
    void nothingIsSignedUnderKeysThatWereForgedAndThatIsRecorded() {
        String turned =
                "UPDATE case_epoch SET signature = set_byte(signature, 7, get_byte(signature, 7) # 1) WHERE case_id = ?";
        UUID fourth = UUID.randomUUID();
        rows.changeAsOwner(turned, id.value());
        own.asInTheNextRequest();

        assertThrows(DoesNotOpen.class, () -> as(rowan, () -> notes.write(id, fourth, "four", null)));
        assertEquals(1, meddling.lines("RECORD_DOES_NOT_MATCH", "DONE", fourth));

        rows.changeAsOwner(turned, id.value());
        own.asInTheNextRequest();
        assertEquals(fourth, as(rowan, () -> notes.write(id, fourth, "four", null)));
    }

    /** As the owner of the tables: the application itself may not. */
    @Test
    void notesThatChangedPlacesOrWordsDoNotOpenAndNothingElseCloses() {
        rows.changeAsOwner(
                "UPDATE case_item SET sealed = (SELECT o.sealed FROM case_item o WHERE o.item_id = ?)"
                        + " WHERE item_id = ?",
                first,
                second);

        assertThrows(DoesNotOpen.class, () -> read(second));
        assertEquals("one", read(first).said());
        assertFalse(read(third).whole());
        assertEquals(
                1, rows.committed("audit_event WHERE action = 'RECORD_DOES_NOT_MATCH' AND object_ref = ?", second));
    }

    @Test
    void anotherOrderShows() {
        rows.changeAsOwner("UPDATE case_item SET step = step + 10 WHERE item_id = ?", first);

        assertFalse(isWhole());
    }

    private boolean isWhole() {
        return as(rowan, () -> notes.isWhole(id));
    }

    private OpenNote read(UUID note) {
        return as(rowan, () -> notes.read(id, note));
    }

    private long findings() {
        return meddling.lines("RECORD_DOES_NOT_MATCH", "DONE", id.value());
    }
}
