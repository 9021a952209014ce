package org.safespaces.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safespaces.acceptance.container.Somebody.as;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safespaces.people.CaseId;
import org.safespaces.people.People;

/** Somebody is always at work in a case, and its keys have to be changed all the same. */
@InTheServer
class FairLockIT {
    @Inject
    private AsRowan rowan;

    @Inject
    private People people;

    @Inject
    private OwnCases own;

    @Inject
    private UserTransaction transaction;

    private CaseId id;

    @Deployment
    static EnterpriseArchive archive() {
        return Archives.practice();
    }

    @BeforeEach
    void aCase() throws IOException {
        own.unlock(rowan, "rowan");
        id = own.openedBy(rowan);
    }

    @AfterEach
    void leave() {
        own.leave(id);
    }

    /**
     * Two relieve each other: each leaves only once the other is in, so that the case is never free. Whoever then wants it alone
     * stands before the next relief, who stays out until it is her turn; she who is in leaves when nobody comes.
     */
    @Test
    void whoeverWantsACaseAloneComesBeforeThoseWhoAskLaterToShareIt() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        CountDownLatch twoCame = new CountDownLatch(2);
        AtomicReference<CountDownLatch> newest = new AtomicReference<>(new CountDownLatch(1));
        ExecutorService everybody = Executors.newFixedThreadPool(3);
        try {
            List<Future<Integer>> reliefs = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                reliefs.add(everybody.submit(() -> relieve(over, twoCame, newest)));
            }
            assertTrue(twoCame.await(20, TimeUnit.SECONDS));
            Future<Boolean> alone = everybody.submit(() -> inOneTransaction(() -> {
                people.hold(id);
                return true;
            }));

            assertTrue(alone.get(20, TimeUnit.SECONDS));
            over.set(true);
            for (Future<Integer> relief : reliefs) {
                assertTrue(relief.get(20, TimeUnit.SECONDS) > 0);
            }
        } finally {
            over.set(true);
            everybody.shutdown();
        }
    }

    /** She who has it may ask again, also while somebody waits: every service asks for itself. */
    @Test
    void whoeverHasACaseIsNotMadeToWaitForItAgain() throws Exception {
        assertEquals(2, inOneTransaction(() -> {
            people.share(id);
            people.hold(id);
            people.share(id);
            people.hold(id);
            return 2;
        }));
    }

    private int relieve(AtomicBoolean over, CountDownLatch came, AtomicReference<CountDownLatch> newest)
            throws Exception {
        int times = 0;
        while (!over.get()) {
            inOneTransaction(() -> {
                people.share(id);
                came.countDown();
                CountDownLatch relieved = new CountDownLatch(1);
                newest.getAndSet(relieved).countDown();
                return relieved.await(1, TimeUnit.SECONDS);
            });
            times++;
        }
        return times;
    }

    private <T> T inOneTransaction(Callable<T> work) {
        return as(rowan, () -> {
            transaction.begin();
            try {
                return work.call();
            } finally {
                transaction.rollback();
            }
        });
    }
}
