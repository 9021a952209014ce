package org.safespaces.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safespaces.keys.Replay;
import org.safespaces.notes.CaseNotes;
import org.safespaces.people.CaseId;

/**
 * Five erased records, and backups of both databases from before: what they open, and until when. A backup is a copy of the
 * tables it would hold; those of the keystore are kept for 35 days, as docs/operating.md says, and their days are moved here
 * instead of the clock.
 */
@InTheServer
class ErasedBackupsIT {
    private static final int RECORDS = 5;
    private static final int KEPT_DAYS = 35;
    private static final LocalDate ERASED = LocalDate.of(2026, 6, 1);

    /** In the order they can be put back. */
    private static final List<String> TABLES =
            List.of("case_record", "caseload", "case_epoch", "case_grant", "case_head", "case_item");

    @Inject
    private AsRowan rowan;

    @Inject
    private AsAlder alder;

    @Inject
    private CaseNotes notes;

    @Inject
    private Replay replay;

    @Inject
    private OwnCases own;

    @Inject
    private Erasing erasing;

    @Inject
    private Rows rows;

    private final Map<CaseId, UUID> records = new LinkedHashMap<>();

    /** The keystore's backups: the day, and the table its copy lies in. */
    private final Map<LocalDate, String> keystoreBackups = new TreeMap<>();

    @Deployment
    static EnterpriseArchive archive() {
        return Archives.practice();
    }

    @BeforeEach
    void fiveRecordsAreBackedUpAndThenErased() throws IOException {
        own.unlock(rowan, "rowan");
        for (int i = 0; i < RECORDS; i++) {
            CaseId id = own.openedBy(rowan);
            records.put(id, own.note(rowan, id, "what was said"));
        }
        backUpTheKeystore(ERASED.minusDays(1));
        for (String table : TABLES) {
            rows.changeAsOwnerOf(
                    "practice",
                    "CREATE TABLE kept_" + table + " AS SELECT * FROM " + table + " WHERE "
                            + (table.equals("case_record") ? "id" : "case_id") + " IN (" + ids() + ")");
        }
        for (CaseId id : records.keySet()) {
            erasing.approve(alder, erasing.askedByRowan(id));
        }
        backUpTheKeystore(ERASED.plusDays(1));
        backUpTheKeystore(ERASED.plusDays(39));
    }

    @AfterEach
    void throwTheBackupsAway() {
        own.asInTheNextRequest();
        TABLES.forEach(table -> rows.changeAsOwnerOf("practice", "DROP TABLE kept_" + table));
        keystoreBackups.values().forEach(table -> rows.changeAsOwnerOf("keystore", "DROP TABLE " + table));
        List<String> backwards = new ArrayList<>(TABLES);
        Collections.reverse(backwards);
        backwards.forEach(table -> rows.changeAsOwnerOf(
                "practice",
                "DELETE FROM " + table + " WHERE " + (table.equals("case_record") ? "id" : "case_id") + " IN (" + ids()
                        + ")"));
    }

    @Test
    void liveNoneOfThemIsThereAnyMore() {
        assertEquals(0, opening());
    }

    @Test
    void anOldBackupOfTheRecordsAloneOpensNone() {
        restoreTheRecords();

        assertEquals(0, opening());
    }

    @Test
    void withTheKeystoresBackupOfTheDayBeforeTheyOpenUntilTheNextStart() {
        restoreTheRecords();
        restoreTheKeystore(oldestBackupKeptOn(ERASED.plusDays(1)));
        assertEquals(RECORDS, opening(), "this is what the 35 days are about, and it is said so");

        replay.replay();

        assertEquals(0, opening());
    }

    @Test
    void onTheLastOfThirtyFiveDaysTheBackupOfTheDayBeforeIsStillThere() {
        restoreTheRecords();
        restoreTheKeystore(oldestBackupKeptOn(ERASED.minusDays(1).plusDays(KEPT_DAYS)));

        assertEquals(RECORDS, opening());
        replay.replay();
        assertEquals(0, opening());
    }

    @Test
    void fortyDaysLaterNoBackupThatIsKeptOpensAnyEvenWithoutAReplay() {
        restoreTheRecords();
        restoreTheKeystore(oldestBackupKeptOn(ERASED.plusDays(40)));

        assertEquals(0, opening());
    }

    private String ids() {
        return String.join(
                ",", records.keySet().stream().map(id -> "'" + id.value() + "'").toList());
    }

    /** How many of the five their therapist can read. */
    private int opening() {
        own.asInTheNextRequest();
        int open = 0;
        for (Map.Entry<CaseId, UUID> record : records.entrySet()) {
            var read = rowan.tries(() -> notes.read(record.getKey(), record.getValue()));
            if (read.failure() == null) {
                assertEquals("what was said", read.value().said());
                open++;
            }
        }
        return open;
    }

    private void backUpTheKeystore(LocalDate day) {
        String table = "kept_" + keystoreBackups.size();
        rows.changeAsOwnerOf("keystore", "CREATE TABLE " + table + " AS SELECT * FROM erasure_key");
        keystoreBackups.put(day, table);
    }

    private String oldestBackupKeptOn(LocalDate today) {
        return keystoreBackups.entrySet().stream()
                .filter(backup -> !backup.getKey().isBefore(today.minusDays(KEPT_DAYS)))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    /** Its table of tombstones comes back old as well. */
    private void restoreTheKeystore(String backup) {
        rows.changeAsOwnerOf("keystore", "DELETE FROM erasure_key");
        rows.changeAsOwnerOf("keystore", "INSERT INTO erasure_key SELECT * FROM " + backup);
        rows.changeAsOwnerOf("keystore", "DELETE FROM tombstone");
    }

    private void restoreTheRecords() {
        TABLES.forEach(
                table -> rows.changeAsOwnerOf("practice", "INSERT INTO " + table + " SELECT * FROM kept_" + table));
    }
}
