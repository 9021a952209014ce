package org.safespaces.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.UUID;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.WrongPhrase;
import org.safespaces.people.Caller;
import org.safespaces.people.People;
import org.safespaces.vault.GuessingCost;

/** What an unlocking costs, says and leaves behind. */
@InTheServer
class UnlockingIT {
    private static final String WRONG = "six words that nobody ever drew";

    /** What stretching a phrase once takes, and nothing else that is done on the way comes near it. */
    private static final long ONE_STRETCHING = 1024L * GuessingCost.memoryKiB();

    @Inject
    private AsRowan rowan;

    @Inject
    private AsAlder alder;

    @Inject
    private AsYew yew;

    @Inject
    private People people;

    @Inject
    private Caller caller;

    @Inject
    private VaultLock lock;

    @Inject
    private LiveSecrets secrets;

    @Inject
    private Newcomers newcomers;

    @Inject
    private Meddling meddling;

    @Inject
    private Rows rows;

    @Deployment
    static EnterpriseArchive archive() {
        return Archives.practice();
    }

    @Test
    void aWrongPhraseAndNoVaultAtAllAreAnsweredAlikeAfterTheSameWork() {
        UUID without = AtWork.asked(yew, () -> people.arrive("yew", null)).id().value();
        try {
            Answer wrong = answer(rowan, WRONG);
            Answer none = answer(yew, WRONG);

            assertEquals(1, wrong.stretchings());
            assertEquals(wrong, none);
        } finally {
            newcomers.leave(without);
            AtWork.unlocked(rowan, lock, "rowan");
        }
    }

    @Test
    void aPhraseWhosePepperIsGoneIsAnsweredAsAWrongOneAfterTheSameWork() throws Exception {
        Answer wrong = answer(rowan, WRONG);
        try {
            secrets.withASecondPepper(() -> {
                secrets.peppers().remove(1);
                assertEquals(wrong, answer(rowan, Development.secret("rowan.phrase")));
            });
        } finally {
            AtWork.unlocked(rowan, lock, "rowan");
        }
    }

    /** So that what the two above compare is not nothing with nothing. */
    @Test
    void aRightPhraseIsStretchedOnceAndACodeFromPaperNever() throws Exception {
        String phrase = Development.secret("rowan.phrase");
        String code = Development.secret("rowan.code");
        AtWork atRowans = AtWork.locked(rowan);

        assertEquals(1, atRowans.does(() -> stretchings(() -> lock.unlock(phrase))));
        assertEquals(0, atRowans.does(() -> stretchings(() -> lock.unlockWithRecoveryCode(code))));
    }

    @Test
    void aPhraseComesUnderTheNewestPepperAtItsNextUnlockAndTheOlderCanGo() throws Exception {
        UUID rowans = person(rowan);
        UUID alders = person(alder);
        secrets.withASecondPepper(() -> {
            long lines = meddling.lines("PHRASE_WRAPPED_ANEW", "DONE", rowans);
            String before = slot(rowans);
            assertThrows(WrongPhrase.class, () -> AtWork.locked(rowan).does(() -> lock.unlock(WRONG)));
            assertEquals(before, slot(rowans), "a wrong phrase moves nothing");

            AtWork.unlocked(rowan, lock, "rowan");

            String after = slot(rowans);
            assertTrue(before.endsWith(" 1") && after.endsWith(" 2"), after);
            assertEquals(lines + 1, meddling.lines("PHRASE_WRAPPED_ANEW", "DONE", rowans));
            AtWork.unlocked(rowan, lock, "rowan");
            assertEquals(after, slot(rowans), "once is enough");
            assertEquals(lines + 1, meddling.lines("PHRASE_WRAPPED_ANEW", "DONE", rowans));

            secrets.peppers().remove(1);
            assertTrue(AtWork.unlocked(rowan, lock, "rowan").does(() -> lock.isOpen()));
            assertTrue(slot(alders).endsWith(" 1"));
            assertThrows(WrongPhrase.class, () -> AtWork.unlocked(alder, lock, "alder"), "hers had not moved");
        });
        AtWork.unlocked(rowan, lock, "rowan");
        AtWork.unlocked(alder, lock, "alder");
    }

    /** How somebody is refused: in which words, after how much work, and with what in the log. */
    private record Answer(Class<?> refusal, String words, long stretchings, long lines) {}

    private Answer answer(Somebody who, String phrase) {
        UUID person = person(who);
        long before = meddling.lines("VAULT_UNLOCK_FAILED", "REFUSED", person);
        Somebody.Outcome<?>[] met = new Somebody.Outcome<?>[1];
        long stretched =
                AtWork.locked(who).does(() -> stretchings(() -> met[0] = who.tries(() -> lock.unlock(phrase))));
        Throwable refusal = met[0].failure();
        return new Answer(
                refusal.getClass(),
                refusal.getMessage(),
                stretched,
                meddling.lines("VAULT_UNLOCK_FAILED", "REFUSED", person) - before);
    }

    /** How often something was stretched by this thread, told from what it took: each time fills so much of its own. */
    private static long stretchings(Runnable work) throws JMException {
        long before = allocated();
        work.run();
        return (allocated() - before) / ONE_STRETCHING;
    }

    private static long allocated() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        return (Long) server.invoke(
                new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME),
                "getThreadAllocatedBytes",
                new Object[] {Thread.currentThread().getId()},
                new String[] {"long"});
    }

    private UUID person(Somebody who) {
        return AtWork.asked(who, () -> caller.therapist()).orElseThrow().value();
    }

    /** The one row of somebody's phrase, and its pepper. */
    private String slot(UUID person) {
        List<String> slots = rows.ofPractice(
                "SELECT id || ' ' || pepper_version FROM key_slot WHERE kind = 1 AND person_id = ?", person);
        assertEquals(1, slots.size());
        return slots.get(0);
    }
}
