package org.safespaces.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safespaces.acceptance.container.Somebody.as;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safespaces.access.Covers;
import org.safespaces.keys.ErasureKeyStore;
import org.safespaces.keys.VaultLock;
import org.safespaces.notes.CaseNotes;
import org.safespaces.notes.Found;
import org.safespaces.notes.NoteSearch;
import org.safespaces.notes.OpenNote;
import org.safespaces.notes.Sought;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.TherapistId;

/**
 * Every kind of key that can be changed is changed while four people write and read in a case: its lock, the pepper of phrases,
 * the keystore's key. Test T-rot of the plan, in its small form.
 */
@InTheServer
class RotationIT {
    private static final int NOTES = 200;
    private static final int READ_EACH = 15;
    private static final int ROTATIONS = 3;
    private static final int SOME = 1000;
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Inject
    private AsRowan rowan;

    @Inject
    private AsAlder alder;

    @Inject
    private Covers covers;

    @Inject
    private CaseNotes notes;

    @Inject
    private NoteSearch search;

    @Inject
    private Caller caller;

    @Inject
    private VaultLock lock;

    @Inject
    private OwnCases own;

    @Inject
    private ErasureKeyStore store;

    @Inject
    private LiveSecrets secrets;

    @Inject
    private UserTransaction transaction;

    @Inject
    private Rows rows;

    private final Semaphore progress = new Semaphore(0);
    private CaseId id;

    @Deployment
    static EnterpriseArchive archive() {
        return Archives.practice();
    }

    @BeforeEach
    void aLongCaseThatIsCovered() throws IOException {
        TherapistId alders = as(alder, () -> caller.therapist()).orElseThrow();
        own.unlock(rowan, "rowan");
        id = own.openedBy(rowan);
        as(rowan, () -> {
            // in one transaction: two hundred would take most of this test's time
            transaction.begin();
            for (int i = 0; i < NOTES; i++) {
                own.note(id, "note");
            }
            transaction.commit();
            return null;
        });
        LocalDate today = LocalDate.now(LONDON);
        as(rowan, () -> {
            covers.give(List.of(id), alders, today, today);
            return null;
        });
    }

    @AfterEach
    void leave() {
        own.leave(id);
        rows.change("DELETE FROM cover WHERE case_id = ?", id.value());
    }

    @Test
    void nothingIsUnreadableAndNothingIsLost() throws Exception {
        secrets.withASecondPepper(() -> secrets.withASecondKeystoreKey(this::everyKeyChangesMeanwhile));
    }

    private void everyKeyChangesMeanwhile() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        ConcurrentLinkedQueue<String> written = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
        ExecutorService people = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> shifts = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                for (AtWork person :
                        List.of(AtWork.unlocked(rowan, lock, "rowan"), AtWork.unlocked(alder, lock, "alder"))) {
                    shifts.add(people.submit(() -> writeAndReadUntil(over, person, written, failures)));
                }
            }
            AtWork holder = AtWork.unlocked(rowan, lock, "rowan");
            moveSomeUnderTheNewestKeystoreKey();
            for (int i = 0; i < ROTATIONS; i++) {
                holder.acts(() -> covers.changeLock(id));
                progress.drainPermits();
                assertTrue(progress.tryAcquire(4, 2, TimeUnit.MINUTES), "somebody stopped working: " + failures);
            }
            over.set(true);
            for (Future<?> shift : shifts) {
                shift.get();
            }
        } finally {
            over.set(true);
            people.shutdown();
        }

        assertEquals(List.of(), List.copyOf(failures));
        own.unlock(rowan, "rowan");
        assertEquals(NOTES + written.size(), as(rowan, () -> notes.list(id)).size());
        Found all = as(rowan, () -> search.search(Sought.of("hurry"), OpenNote::said));
        assertEquals(written.size(), all.matching());
        assertEquals(0, all.unopened());
        assertTrue(as(rowan, () -> notes.isWhole(id)));
        assertEquals(2, rows.committed("key_slot WHERE pepper_version = 2"), "of the two who unlocked");
        assertEquals(
                List.of(Integer.toString(ROTATIONS)),
                rows.ofPractice("SELECT DISTINCT epoch::text FROM case_item WHERE case_id = ?", id.value()));
    }

    /** Some of the keys, so that from then on those at work meet both: KeystoreIT moves all of them. */
    private void moveSomeUnderTheNewestKeystoreKey() {
        assertEquals(SOME, store.rewrap(SOME));
        assertTrue(rows.inKeystore("erasure_key WHERE ksk_version = 1") > 0);
    }

    private void writeAndReadUntil(
            AtomicBoolean over,
            AtWork person,
            ConcurrentLinkedQueue<String> written,
            ConcurrentLinkedQueue<String> failures) {
        for (int i = 0; !over.get(); i++) {
            try {
                UUID item = person.does(() -> own.note(id, "in a hurry"));
                written.add(item.toString());
                progress.release();
                // sixty openings within five minutes lock a vault: what is left is checked here and searched at the end
                if (i >= READ_EACH) {
                    if (!person.does(() -> notes.isWhole(id))) {
                        failures.add("not whole: " + item);
                    }
                    continue;
                }
                OpenNote read = person.does(() -> notes.read(id, item));
                if (!read.whole() || !read.said().equals("in a hurry")) {
                    failures.add("read something else: " + item);
                }
            } catch (RuntimeException failed) {
                failures.add(failed.toString());
                return;
            }
        }
    }
}
