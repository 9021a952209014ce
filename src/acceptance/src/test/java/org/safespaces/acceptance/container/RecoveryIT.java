package org.safespaces.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safespaces.acceptance.container.Somebody.as;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safespaces.keys.BrowserKeyHolder;
import org.safespaces.keys.ErasureKeyStore;
import org.safespaces.keys.Replay;
import org.safespaces.keys.VaultLock;
import org.safespaces.notes.CaseNotes;
import org.safespaces.people.CaseId;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.vault.Column;
import org.safespaces.vault.ErasureKey;
import org.safespaces.vault.ServerSeal;

/** One database lost at a time, and the way back (vault.md 6.12). What people and paper lose: RecoveryTest of the vault. */
@InTheServer
class RecoveryIT {
    private static final String SAID = "what was said";

    /** In the order they can be put back. */
    private static final List<String> TABLES =
            List.of("case_record", "caseload", "case_epoch", "case_grant", "case_head", "case_item");

    @Inject
    private AsRowan rowan;

    @Inject
    private AsYew yew;

    @Inject
    private CaseNotes notes;

    @Inject
    private VaultLock lock;

    @Inject
    private BrowserKeyHolder browser;

    @Inject
    private Replay replay;

    @Inject
    private ErasureKeyStore store;

    @Inject
    private ServerSeal serverSeal;

    @Inject
    private OwnCases own;

    @Inject
    private Erasing erasing;

    @Inject
    private Rows rows;

    private CaseId id;
    private UUID note;

    @Deployment
    static EnterpriseArchive archive() {
        return Archives.practice();
    }

    @BeforeEach
    void aRecord() throws IOException {
        own.unlock(rowan, "rowan");
        id = own.openedBy(rowan);
        note = own.note(rowan, id, SAID);
    }

    @AfterEach
    void everyRecordStillOpens() {
        own.asInTheNextRequest();
        assertEquals(SAID, as(rowan, () -> notes.read(id, note)).said());
        own.leave(id);
    }

    @Test
    void keystoreAtLastNightsBackupEveryKeyInUseIsInItBecauseOfItsAgeAndIsNotGivenAgain() {
        rows.changeAsOwnerOf("keystore", "CREATE TABLE kept_key AS SELECT * FROM erasure_key");
        CaseId sinceThen = own.openedBy(rowan);
        UUID written = own.note(rowan, sinceThen, "since the backup");
        List<String> keys = erasing.keysOf(sinceThen);
        try {
            rows.changeAsOwnerOf("keystore", "DELETE FROM erasure_key");
            rows.changeAsOwnerOf("keystore", "INSERT INTO erasure_key SELECT * FROM kept_key");
            assertEquals(4, rows.inKeystore("erasure_key WHERE claimed_on IS NULL AND " + among(keys)));

            replay.replay();
        } finally {
            rows.changeAsOwnerOf("keystore", "DROP TABLE kept_key");
        }

        own.asInTheNextRequest();
        assertEquals(
                "since the backup",
                as(rowan, () -> notes.read(sinceThen, written)).said());
        for (int i = 0; i < 8; i++) {
            try (ErasureKey next = store.claim()) {
                assertFalse(keys.contains(next.id().value().toString()), "two records would share an erasure key");
            }
        }
        own.leave(sinceThen);
    }

    @Test
    void mainDatabaseItsRowsComeBackFromABackupAndOpen() {
        TABLES.forEach(table -> rows.changeAsOwnerOf(
                "practice", "CREATE TABLE kept_" + table + " AS SELECT * FROM " + table + of(table)));
        List<String> backwards = new ArrayList<>(TABLES);
        Collections.reverse(backwards);
        backwards.forEach(table -> rows.changeAsOwnerOf("practice", "DELETE FROM " + table + of(table)));
        assertTrue(rowan.tries(() -> notes.read(id, note)).failure() != null);

        TABLES.forEach(
                table -> rows.changeAsOwnerOf("practice", "INSERT INTO " + table + " SELECT * FROM kept_" + table));
        TABLES.forEach(table -> rows.changeAsOwnerOf("practice", "DROP TABLE kept_" + table));
        own.asInTheNextRequest();

        assertEquals(SAID, as(rowan, () -> notes.read(id, note)).said());
        assertTrue(as(rowan, () -> notes.isWhole(id)), "and nothing is missing from it");
    }

    /** As docs/operating.md says: keeper tells the keyed hash of the new account's id, and the operator writes it. */
    @Test
    void identityServersDatabaseANewAccountIsLinkedAgainAndTheVaultIsUntouched() throws IOException {
        String phrase = Development.secret("rowan.phrase");
        assertThrows(NoSuchPerson.class, () -> as(yew, () -> lock.unlock(phrase)));
        byte[] fresh =
                serverSeal.tag(new Column("therapist", "account_tag"), Somebody.YEW.getBytes(StandardCharsets.UTF_8));
        byte[] before =
                serverSeal.tag(new Column("therapist", "account_tag"), Somebody.ROWAN.getBytes(StandardCharsets.UTF_8));
        rows.change("UPDATE therapist SET account_tag = ? WHERE account_tag = ?", fresh, before);
        try {
            browser.present(as(yew, () -> lock.unlock(phrase)));

            assertEquals(SAID, as(yew, () -> notes.read(id, note)).said());
        } finally {
            rows.change("UPDATE therapist SET account_tag = ? WHERE account_tag = ?", before, fresh);
            own.unlock(rowan, "rowan");
        }
    }

    private String of(String table) {
        return " WHERE " + (table.equals("case_record") ? "id" : "case_id") + " = '" + id.value() + "'";
    }

    private static String among(List<String> keys) {
        return "ek_id::text IN ('" + String.join("','", keys) + "')";
    }
}
