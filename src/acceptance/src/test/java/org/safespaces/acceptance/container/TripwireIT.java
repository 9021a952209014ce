package org.safespaces.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safespaces.acceptance.container.Somebody.as;

import jakarta.inject.Inject;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.safespaces.keys.Alarm;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.notes.CaseNotes;
import org.safespaces.people.CaseId;

/** Whoever opens records faster than a person reads meets a locked vault, and the others hear of it. */
@InTheServer
class TripwireIT {
    @Inject
    private AsRowan rowan;

    @Inject
    private AsAlder alder;

    @Inject
    private OwnCases own;

    @Inject
    private CaseNotes notes;

    @Inject
    private VaultLock lock;

    @Inject
    private Alarm alarm;

    @Inject
    private Rows rows;

    @Deployment
    static EnterpriseArchive archive() {
        return Archives.practiceWithAClockToMove();
    }

    @Test
    void theSixtiethNoteInFiveMinutesLocksTheVaultAndTellsTheOthers() throws Exception {
        own.unlock(rowan, "rowan");
        CaseId id = own.openedBy(rowan);
        try {
            UUID note = own.note(rowan, id, "read over and over");
            long lines = rows.committed("audit_event WHERE action = 'TRIPWIRE'");
            for (int i = 1; i < 60; i++) {
                as(rowan, () -> notes.read(id, note));
            }
            long opened = rows.committed("audit_event WHERE action = 'NOTE_OPENED' AND object_ref = ?", note);
            assertEquals(59, opened);

            assertThrows(VaultLocked.class, () -> as(rowan, () -> notes.read(id, note)));

            assertFalse(as(rowan, () -> lock.isOpen()));
            assertTrue(as(rowan, () -> lock.isTripped()));
            assertEquals(opened, rows.committed("audit_event WHERE action = 'NOTE_OPENED' AND object_ref = ?", note));
            assertEquals(lines + 1, rows.committed("audit_event WHERE action = 'TRIPWIRE'"));
            assertEquals(1, as(alder, () -> alarm.tripped()).size());
            assertTrue(as(rowan, () -> alarm.tripped()).isEmpty(), "she is told at her own door");

            own.unlock(rowan, "rowan");
            assertFalse(as(rowan, () -> lock.isTripped()));
            assertTrue(as(rowan, () -> lock.isOpen()));
        } finally {
            own.leave(id);
        }
    }
}
