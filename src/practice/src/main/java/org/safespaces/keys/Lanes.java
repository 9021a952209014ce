package org.safespaces.keys;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * How many expensive stretchings of a phrase or code run at once: two for staff and two for the public, each of 64 MiB,
 * so that a flood of codes can neither fill the memory nor keep the staff out.
 */
@ApplicationScoped
class Lanes {
    private static final int WAIT_SECONDS = 20;

    private final Semaphore staff = new Semaphore(2, true);
    private final Semaphore visitors = new Semaphore(2, true);

    <T> T forStaff(Supplier<T> work) {
        return in(staff, work);
    }

    <T> T forVisitors(Supplier<T> work) {
        return in(visitors, work);
    }

    private static <T> T in(Semaphore lane, Supplier<T> work) {
        try {
            if (!lane.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new TooBusy();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TooBusy();
        }
        try {
            return work.get();
        } finally {
            lane.release();
        }
    }

    @PreDestroy
    void end() {
        staff.drainPermits();
        visitors.drainPermits();
    }
}
