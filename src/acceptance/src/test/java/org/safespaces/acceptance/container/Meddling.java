package org.safespaces.acceptance.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.safespaces.people.CaseId;

/** What somebody does who has the database in her hands; how it is undone; and what the log says of it. */
@ApplicationScoped
public class Meddling {
    private static final String HEAD_OF_NOTES = " FROM case_head WHERE case_id = ? AND compartment = 1";

    @Inject
    private Rows rows;

    /** Something that is done meanwhile. */
    @FunctionalInterface
    interface Work<X extends Exception> {
        void run() throws X;
    }

    /** Whatever is done to these tables meanwhile is undone; the first refers to the later ones. */
    <X extends Exception> void keeping(List<String> tables, Work<X> meanwhile) throws X {
        tables.forEach(each -> rows.changeAsOwner("CREATE TABLE kept_" + each + " AS TABLE " + each));
        try {
            meanwhile.run();
        } finally {
            tables.forEach(each -> rows.changeAsOwner("DELETE FROM " + each));
            for (int i = tables.size() - 1; i >= 0; i--) {
                rows.changeAsOwner("INSERT INTO " + tables.get(i) + " TABLE kept_" + tables.get(i));
                rows.changeAsOwner("DROP TABLE kept_" + tables.get(i));
            }
        }
    }

    /** The head of a case's notes, to be {@link #putBack} later. */
    String headOf(CaseId id) {
        return rows.ofPractice(
                        "SELECT items || '|' || encode(hash, 'hex') || '|' || encode(signature, 'hex')" + HEAD_OF_NOTES,
                        id.value())
                .get(0);
    }

    void putBack(CaseId id, String head) {
        String[] parts = head.split("\\|");
        rows.change(
                "UPDATE case_head SET items = ?, hash = decode(?, 'hex'), signature = decode(?, 'hex')"
                        + " WHERE case_id = ? AND compartment = 1",
                Long.parseLong(parts[0]),
                parts[1],
                parts[2],
                id.value());
    }

    /** Lines of the log about something; {@code null} for those that name nothing. */
    long lines(String action, String outcome, UUID about) {
        return rows.committed(
                "audit_event WHERE action = ? AND outcome = ? AND object_ref IS NOT DISTINCT FROM ?::uuid",
                action,
                outcome,
                about);
    }
}
