package org.safespaces.acceptance.container.clock;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The application's one clock as tests inside the server have it: right, until a test moves it on. It never goes back. */
@Alternative
@Priority(1)
@ApplicationScoped
public class MovableClock {
    private static volatile Duration ahead = Duration.ZERO;

    /** Lets time pass, for this deployment. */
    public static synchronized void pass(Duration time) {
        ahead = ahead.plus(time);
    }

    @Produces
    @Singleton
    Clock clock() {
        return new Hands(ZoneOffset.UTC);
    }

    private static final class Hands extends Clock {
        private final ZoneId zone;

        Hands(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Hands(other);
        }
    }
}
