package org.safespaces.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safespaces.acceptance.container.Somebody.as;

import jakarta.inject.Inject;
import java.lang.reflect.Field;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.safespaces.keys.ErasureKeyPool;
import org.safespaces.keys.ErasureKeyStore;
import org.safespaces.keys.KeyGone;
import org.safespaces.keys.KeystoreCheck;
import org.safespaces.keys.KeystoreReport;
import org.safespaces.keys.KeystoreUnavailable;
import org.safespaces.keys.OrphanedClaims;
import org.safespaces.vault.EkId;
import org.safespaces.vault.ErasureKey;
import org.safespaces.vault.KeystoreKey;

/** The pool of erasure keys: how it is drawn from, what it says when it runs low, and what becomes of claims nobody used. */
@InTheServer
class KeystoreIT {
    private static final String FREE = "erasure_key WHERE claimed_on IS NULL";

    @Inject
    private AsBirch birch;

    @Inject
    private ErasureKeyStore store;

    @Inject
    private ErasureKeyPool pool;

    @Inject
    private OrphanedClaims orphans;

    @Inject
    private KeystoreCheck check;

    @Inject
    private LiveSecrets secrets;

    @Inject
    private Rows rows;

    @Deployment
    static EnterpriseArchive archive() {
        return Archives.practice();
    }

    @Test
    void theOldestKeyIsTakenFirstAndNoneTwice() {
        String oldest = rows.ofKeystore("SELECT ek_id FROM " + FREE + " ORDER BY made_at, ek_id LIMIT 1")
                .get(0);
        rows.changeAsOwnerOf(
                "keystore",
                "UPDATE erasure_key SET made_at = made_at - interval '1 day' WHERE ek_id = ?",
                UUID.fromString(oldest));

        EkId first = claimed();

        assertEquals(oldest, first.value().toString());
        assertFalse(first.equals(claimed()));
    }

    @Test
    void whenNoKeyIsOldEnoughAYoungerOneIsTakenAndThatIsWrittenDown() {
        long before = rows.committed("audit_event WHERE action = 'KEYSTORE_YOUNG_KEY'");
        rows.changeAsOwnerOf("keystore", "UPDATE erasure_key SET made_at = made_at + interval '90 days'");
        try {
            claimed();

            assertEquals(before + 1, rows.committed("audit_event WHERE action = 'KEYSTORE_YOUNG_KEY'"));
        } finally {
            rows.changeAsOwnerOf("keystore", "UPDATE erasure_key SET made_at = made_at - interval '90 days'");
        }
    }

    @Test
    void aPoolThatRunsLowSaysSoOnceInTheLogAndToWhoeverRunsThePractice() {
        pool.look();
        long before = rows.committed("audit_event WHERE action = 'KEYSTORE_LOW'");
        rows.changeAsOwnerOf("keystore", "UPDATE erasure_key SET made_at = made_at + interval '90 days'");
        try {
            pool.look();
            pool.look();

            assertEquals(before + 1, rows.committed("audit_event WHERE action = 'KEYSTORE_LOW'"));
            KeystoreReport report = as(birch, check::look);
            assertTrue(report.pool().orElseThrow().isLow());
            assertEquals(0, report.pool().orElseThrow().aged());
        } finally {
            rows.changeAsOwnerOf("keystore", "UPDATE erasure_key SET made_at = made_at - interval '90 days'");
        }
        assertFalse(as(birch, check::look).pool().orElseThrow().isLow());
    }

    @Test
    void withoutAnyKeyNothingIsSealed() {
        // the round that fills the pool must not come to help meanwhile
        rows.changeAsOwnerOf("keystore", "REVOKE INSERT ON erasure_key FROM keystore_app");
        rows.changeAsOwnerOf("keystore", "UPDATE erasure_key SET claimed_on = '0999-01-01' WHERE claimed_on IS NULL");
        try {
            assertThrows(KeystoreUnavailable.class, () -> store.claim());
        } finally {
            rows.changeAsOwnerOf(
                    "keystore", "UPDATE erasure_key SET claimed_on = NULL WHERE claimed_on = '0999-01-01'");
            rows.changeAsOwnerOf("keystore", "GRANT INSERT ON erasure_key TO keystore_app");
        }
        claimed();
    }

    @Test
    void aClaimThatNobodyUsedGoesAfterThirtyFiveDaysAndNoSooner() {
        EkId old = claimedDaysAgo(36);
        EkId notYet = claimedDaysAgo(35);
        EkId used = new EkId(UUID.fromString(
                rows.ofPractice("SELECT ek_id FROM case_epoch LIMIT 1").get(0)));
        String usedSince = rows.ofKeystore("SELECT claimed_on FROM erasure_key WHERE ek_id = '" + used.value() + "'")
                .get(0);
        claimedSince(used, 400);
        try {
            assertEquals(1, orphans.count());

            orphans.round();

            assertThrows(KeyGone.class, () -> store.find(old));
            store.find(notYet).close();
            store.find(used).close();
            assertEquals(0, orphans.count());
            assertEquals(
                    1,
                    rows.committed("tombstone WHERE hash = ?", (Object) KeystoreKey.tombstone(old)),
                    "the main database knows of it");
        } finally {
            rows.changeAsOwnerOf(
                    "keystore",
                    "UPDATE erasure_key SET claimed_on = ? WHERE ek_id = ?",
                    LocalDate.parse(usedSince),
                    used.value());
            store.destroy(notYet);
        }
    }

    @Test
    void whenMoreClaimsLookUnusedThanUsedTheRoundTouchesNone() {
        List<EkId> many = new java.util.ArrayList<>();
        long used = rows.inKeystore("erasure_key WHERE claimed_on IS NOT NULL");
        for (long i = 0; i <= used; i++) {
            many.add(claimedDaysAgo(100));
        }
        try {
            orphans.round();

            many.forEach(key -> store.find(key).close());
        } finally {
            many.forEach(store::destroy);
        }
    }

    @Test
    void keysUnderAnOlderKeystoreKeyAreReadAndComeUnderTheNewest() throws Exception {
        EkId key = claimed();
        byte[] before = value(key);
        secrets.withASecondKeystoreKey(() -> {
            assertTrue(java.util.Arrays.equals(before, value(key)), "read under the old one");

            while (store.rewrap(500) > 0) {
                assertTrue(rows.inKeystore("erasure_key WHERE ksk_version = 2") > 0);
            }

            assertEquals(0, rows.inKeystore("erasure_key WHERE ksk_version = 1"));
            assertTrue(java.util.Arrays.equals(before, value(key)), "read under the new one");
        });
    }

    /** The key itself, as far as it can be seen from here: what it wraps to under a key of this test. */
    private byte[] value(EkId id) throws ReflectiveOperationException {
        try (ErasureKey key = store.find(id)) {
            Field value = ErasureKey.class.getDeclaredField("value");
            value.setAccessible(true);
            return ((byte[]) value.get(key)).clone();
        }
    }

    private EkId claimed() {
        try (ErasureKey key = store.claim()) {
            return key.id();
        }
    }

    private EkId claimedDaysAgo(int days) {
        EkId key = claimed();
        claimedSince(key, days);
        return key;
    }

    private void claimedSince(EkId key, int days) {
        rows.changeAsOwnerOf(
                "keystore",
                "UPDATE erasure_key SET claimed_on = ? WHERE ek_id = ?",
                LocalDate.now(java.time.ZoneOffset.UTC).minusDays(days),
                key.value());
    }
}
