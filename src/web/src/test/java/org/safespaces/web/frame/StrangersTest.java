package org.safespaces.web.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class StrangersTest {
    private Instant now = Instant.parse("2026-11-22T23:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    @Test
    void oneVisitorIsTheSameAllDayAndSomebodyElseTheNext() {
        Strangers strangers = new Strangers(clock);
        String today = strangers.of("192.0.2.7");
        assertEquals(today, strangers.of("192.0.2.7"));
        assertNotEquals(today, strangers.of("192.0.2.8"));
        assertFalse(today.contains("192"));
        assertNotEquals(today, new Strangers(clock).of("192.0.2.7"), "nor is she known to another server");
        now = now.plus(Duration.ofHours(2));
        assertNotEquals(today, strangers.of("192.0.2.7"));
    }
}
