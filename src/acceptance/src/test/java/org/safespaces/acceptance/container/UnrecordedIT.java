package org.safespaces.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.safespaces.acceptance.container.Somebody.as;

import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.safespaces.notes.CaseNotes;
import org.safespaces.people.CaseId;

/** What cannot be recorded does not happen. */
@InTheServer
class UnrecordedIT {
    /** What makes a line impossible, and how it is undone: no right to write one, and no tree to give it a place in. */
    private static final Map<String, String> WAYS = Map.of(
            "REVOKE INSERT ON audit_event FROM practice_app", "GRANT INSERT ON audit_event TO practice_app",
            "ALTER TABLE audit_head RENAME TO kept_head", "ALTER TABLE kept_head RENAME TO audit_head");

    @Inject
    private AsRowan rowan;

    @Inject
    private OwnCases own;

    @Inject
    private CaseNotes notes;

    @Inject
    private Rows rows;

    @Deployment
    static EnterpriseArchive archive() {
        return Archives.practice();
    }

    @Test
    void aNoteIsNeitherReadNorWrittenWhileThatCannotBeRecorded() throws IOException {
        own.unlock(rowan, "rowan");
        CaseId id = own.openedBy(rowan);
        try {
            UUID note = own.note(rowan, id, "read only if that is recorded");
            WAYS.forEach((way, back) -> {
                rows.changeAsOwner(way);
                try {
                    assertThrows(EJBException.class, () -> as(rowan, () -> notes.read(id, note)), way);
                    assertThrows(EJBException.class, () -> own.note(rowan, id, "never written"), way);
                } finally {
                    rows.changeAsOwner(back);
                }
            });
            assertEquals(1, rows.committed("case_item WHERE case_id = ? AND item_id = ?", id.value(), note));
            assertEquals(
                    "read only if that is recorded",
                    as(rowan, () -> notes.read(id, note)).said());
        } finally {
            own.leave(id);
        }
    }
}
