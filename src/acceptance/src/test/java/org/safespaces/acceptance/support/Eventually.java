package org.safespaces.acceptance.support;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what happens by itself, such as a round of the post; as short as it can, never longer than it must. */
public final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Eventually() {}

    public static void holds(BooleanSupplier condition) {
        Instant until = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(until)) {
                throw new AssertionError("did not come about within " + PATIENCE.toSeconds() + " seconds");
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
