package org.safespaces.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safespaces.keys.EndingKeys;
import org.safespaces.keys.ErasureKeyStore;
import org.safespaces.keys.KeyGone;
import org.safespaces.keys.Replay;
import org.safespaces.keys.Tombstones;
import org.safespaces.vault.EkId;
import org.safespaces.vault.ErasureKey;

/** A keystore that comes back from a backup, and what the next start makes of it. A backup is a copy of its tables. */
@InTheServer
class RestoreIT {
    @Inject
    private Replay replay;

    @Inject
    private ErasureKeyStore store;

    @Inject
    private EndingKeys ending;

    @Inject
    private Tombstones tombstones;

    @Inject
    private Rows rows;

    @Deployment
    static EnterpriseArchive archive() {
        return Archives.practice();
    }

    @BeforeEach
    void backUpTheKeystore() {
        rows.changeAsOwnerOf("keystore", "CREATE TABLE kept_key AS SELECT * FROM erasure_key");
        rows.changeAsOwnerOf("keystore", "CREATE TABLE kept_stone AS SELECT * FROM tombstone");
    }

    @AfterEach
    void throwTheBackupAway() {
        rows.changeAsOwnerOf("keystore", "DROP TABLE kept_key");
        rows.changeAsOwnerOf("keystore", "DROP TABLE kept_stone");
    }

    private void restoreTheKeystore() {
        rows.changeAsOwnerOf("keystore", "DELETE FROM erasure_key");
        rows.changeAsOwnerOf("keystore", "INSERT INTO erasure_key SELECT * FROM kept_key");
        rows.changeAsOwnerOf("keystore", "DELETE FROM tombstone");
        rows.changeAsOwnerOf("keystore", "INSERT INTO tombstone SELECT * FROM kept_stone");
    }

    @Test
    void aDestroyedKeyThatComesBackIsDestroyedAgainAndThatIsWrittenDown() {
        EkId key = inTheBackup();
        ending.destroyUnused(key);
        restoreTheKeystore();
        store.find(key).close();
        long before = rows.committed("audit_event WHERE action = 'KEYSTORE_REPLAYED'");

        replay.replay();

        assertThrows(KeyGone.class, () -> store.find(key));
        assertEquals(before + 1, rows.committed("audit_event WHERE action = 'KEYSTORE_REPLAYED'"));
        assertEquals(1, rows.inKeystore("tombstone WHERE encode(hash, 'hex') = '" + Tombstones.of(key) + "'"));
    }

    @Test
    void whenBothDatabasesComeBackTheFileStillKnowsWhatWasDestroyed() {
        EkId key = inTheBackup();
        ending.destroyUnused(key);
        restoreTheKeystore();
        rows.changeAsOwnerOf(
                "practice", "DELETE FROM tombstone WHERE encode(hash, 'hex') = '" + Tombstones.of(key) + "'");

        replay.replay();

        assertThrows(KeyGone.class, () -> store.find(key));
        assertEquals(1, rows.committed("tombstone WHERE encode(hash, 'hex') = ?", Tombstones.of(key)));
    }

    @Test
    void whatIsDestroyedStandsInTheFileAtOnceALineEach() throws Exception {
        EkId key = inTheBackup();

        ending.destroyUnused(key);

        Path file = Path.of(System.getenv("SAFESPACES_TOMBSTONES_FILE"));
        assertEquals(
                1,
                Files.readAllLines(file).stream()
                        .filter(Tombstones.of(key)::equals)
                        .count());
    }

    @Test
    void nobodyIsServedWhileADestroyedKeyLivesOn() {
        EkId key = inTheBackup();
        ending.destroyUnused(key);
        restoreTheKeystore();
        // lets each deletion look as if it had been done
        rows.changeAsOwnerOf(
                "keystore",
                "CREATE FUNCTION stay() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;"
                        + " CREATE TRIGGER stay BEFORE DELETE ON erasure_key FOR EACH ROW EXECUTE FUNCTION stay()");
        try {
            Exception refused = assertThrows(Exception.class, () -> replay.replay());

            assertTrue(refused.toString().contains("cannot be destroyed again"), refused::toString);
        } finally {
            rows.changeAsOwnerOf("keystore", "DROP FUNCTION stay() CASCADE");
        }
        replay.replay();
        assertThrows(KeyGone.class, () -> store.find(key));
    }

    @Test
    void aKeyInUseThatComesBackAsFreeIsNeverGivenToASecondCase() {
        UUID inUse = UUID.fromString(
                rows.ofPractice("SELECT ek_id FROM case_epoch LIMIT 1").get(0));
        rows.changeAsOwnerOf(
                "keystore",
                "UPDATE erasure_key SET claimed_on = NULL, made_at = made_at - interval '90 days' WHERE ek_id = ?",
                inUse);

        replay.replay();

        assertEquals(0, rows.inKeystore("erasure_key WHERE claimed_on IS NULL AND ek_id = '" + inUse + "'"));
        try (ErasureKey next = store.claim()) {
            assertTrue(!next.id().value().equals(inUse));
        }
    }

    @Test
    void aKeyInUseThatIsNowhereIsToldOf() {
        String inUse = rows.ofPractice("SELECT ek_id FROM case_epoch LIMIT 1").get(0);
        rows.changeAsOwnerOf("keystore", "DELETE FROM erasure_key WHERE ek_id = ?", UUID.fromString(inUse));
        long before = rows.committed("audit_event WHERE action = 'KEYSTORE_KEYS_MISSING'");
        try {
            replay.replay();

            assertEquals(before + 1, rows.committed("audit_event WHERE action = 'KEYSTORE_KEYS_MISSING'"));
        } finally {
            restoreTheKeystore();
        }
    }

    /** A key that stood in last night's backup, as every key does that is old enough to be used. */
    private EkId inTheBackup() {
        return new EkId(UUID.fromString(rows.ofKeystore("SELECT ek_id FROM kept_key WHERE claimed_on IS NULL LIMIT 1")
                .get(0)));
    }

    @Test
    void everyPlaceKnowsEveryTombstoneAfterAStart() {
        replay.replay();

        assertEquals(tombstones.all().size(), rows.inKeystore("tombstone"));
        assertEquals(tombstones.all().size(), rows.committed("tombstone"));
    }
}
