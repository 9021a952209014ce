package org.safespaces.acceptance.container;

import static org.safespaces.acceptance.container.Somebody.as;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.safespaces.access.Erasure;
import org.safespaces.access.ErasureReason;
import org.safespaces.people.CaseId;

/** Asks for records to be erased, and looks what is left of them, past the application. */
@ApplicationScoped
public class Erasing {
    @Inject
    private AsRowan rowan;

    @Inject
    private Erasure erasure;

    @Inject
    private Rows rows;

    /** Asked for by rowan; the erasure's id. */
    UUID askedByRowan(CaseId id) throws IOException {
        String phrase = Development.secret("rowan.phrase");
        as(rowan, () -> {
            erasure.ask(id, ErasureReason.CLIENT_ASKED, phrase);
            return null;
        });
        return as(rowan, () -> erasure.waitingFor(id)).orElseThrow().id();
    }

    void approve(Somebody who, UUID id) {
        as(who, () -> {
            erasure.approve(id);
            return null;
        });
    }

    List<String> keysOf(CaseId id) {
        return rows.ofPractice("SELECT ek_id FROM case_epoch WHERE case_id = ?", id.value());
    }

    long living(List<String> keys) {
        return rows.inKeystore("erasure_key WHERE ek_id::text IN ('" + String.join("','", keys) + "')");
    }

    /** Every place in the main database that names this id, in whichever column; asked of the database itself. */
    List<String> whereItIsNamed(UUID id) {
        List<String> found = new ArrayList<>();
        for (String column : rows.ofPractice("SELECT table_name || '.' || column_name FROM information_schema.columns"
                + " WHERE table_schema = 'public' AND udt_name = 'uuid' ORDER BY 1")) {
            String[] parts = column.split("\\.");
            if (rows.committed("\"" + parts[0] + "\" WHERE \"" + parts[1] + "\" = ?", id) > 0) {
                found.add(column);
            }
        }
        return found;
    }
}
