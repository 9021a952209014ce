package org.safespaces.access;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safespaces.people.TherapistId;

class TripwireTest {
    private final TherapistId rowan = new TherapistId(UUID.randomUUID());
    private final Hands clock = new Hands();
    private final Tripwire wire = new Tripwire(clock);

    @Test
    void theSixtiethOpeningWithinFiveMinutesTripsIt() {
        for (int i = 1; i < 60; i++) {
            assertFalse(wire.isTrippedBy(rowan), "number " + i);
            clock.pass(Duration.ofSeconds(5));
        }
        assertTrue(wire.isTrippedBy(rowan));
    }

    @Test
    void whoReadsOneEveryFiveSecondsAndABitNeverTripsIt() {
        for (int i = 0; i < 500; i++) {
            assertFalse(wire.isTrippedBy(rowan));
            clock.pass(Duration.ofMillis(5_085));
        }
    }

    @Test
    void theCountBeginsAnewOnceItHasTripped() {
        for (int i = 1; i < 60; i++) {
            wire.isTrippedBy(rowan);
        }
        assertTrue(wire.isTrippedBy(rowan));
        assertFalse(wire.isTrippedBy(rowan), "she has unlocked again, and may read");
    }

    @Test
    void anothersReadingIsNotCounted() {
        for (int i = 1; i < 60; i++) {
            wire.isTrippedBy(new TherapistId(UUID.randomUUID()));
        }
        assertFalse(wire.isTrippedBy(rowan));
    }
}
