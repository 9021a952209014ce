package org.safespaces.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.safespaces.keys.EndOfKeys;
import org.safespaces.keys.EndingKeys;
import org.safespaces.keys.ErasureKeyStore;
import org.safespaces.keys.KeyGone;
import org.safespaces.vault.EkId;
import org.safespaces.vault.ErasureKey;

/** The end of an erasure key, between two databases that share no transaction. */
@InTheServer
class EndingKeysIT {
    @Inject
    private EndingKeys ending;

    @Inject
    private EndOfKeys round;

    @Inject
    private ErasureKeyStore store;

    @Inject
    private UserTransaction transaction;

    @Inject
    private Rows rows;

    @Deployment
    static EnterpriseArchive archive() {
        return Archives.practice();
    }

    @Test
    void aKeyThatHasEndedIsDestroyedOnceThatIsCommittedAndNoSooner() throws Exception {
        EkId key = claimed();

        transaction.begin();
        ending.end(key);
        assertEquals(1, living(key), "nothing is committed yet");
        transaction.commit();

        assertEquals(0, living(key));
        assertEquals(0, left(key));
        assertThrows(KeyGone.class, () -> store.find(key));
    }

    @Test
    void aKeyLivesOnWhenTheActThatWouldHaveEndedItIsRolledBack() throws Exception {
        EkId key = claimed();

        transaction.begin();
        ending.end(key);
        transaction.rollback();
        round.round();

        assertEquals(1, living(key));
        assertEquals(0, left(key));
    }

    @Test
    void whatACrashLeftBetweenTheTwoDatabasesIsCompletedByTheNextRound() {
        EkId key = claimed();
        rows.change("INSERT INTO ending_key (ek_id, since) VALUES (?, current_date)", key.value());

        round.round();
        round.round();

        assertEquals(0, living(key));
        assertEquals(0, left(key));
    }

    @Test
    void aCrashAfterTheKeystoresCommitIsCompletedToo() {
        EkId key = claimed();
        rows.change("INSERT INTO ending_key (ek_id, since) VALUES (?, current_date)", key.value());
        store.destroy(key);

        round.round();

        assertEquals(0, left(key));
    }

    @Test
    void endingAKeyTwiceIsEndingItOnce() throws Exception {
        EkId key = claimed();
        rows.change("INSERT INTO ending_key (ek_id, since) VALUES (?, current_date)", key.value());

        transaction.begin();
        ending.end(key);
        ending.end(key);
        transaction.commit();

        assertEquals(0, living(key));
        assertEquals(0, left(key));
    }

    private EkId claimed() {
        try (ErasureKey key = store.claim()) {
            return key.id();
        }
    }

    private long living(EkId key) {
        return rows.inKeystore("erasure_key WHERE ek_id = '" + key.value() + "'");
    }

    private long left(EkId key) {
        return rows.committed("ending_key WHERE ek_id = ?", key.value());
    }
}
