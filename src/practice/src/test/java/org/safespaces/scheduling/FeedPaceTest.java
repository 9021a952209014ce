package org.safespaces.scheduling;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class FeedPaceTest {
    private Instant now = Instant.parse("2027-03-01T08:30:00Z");
    private final FeedPace pace = new FeedPace(new Clock() {
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
    });

    @Test
    void whoeverAsksTooOftenWaitsAndNobodyElseDoes() {
        times(FeedPace.MOST, "one");

        assertThrows(AskedTooOften.class, () -> pace.ask("one"));
        assertDoesNotThrow(() -> pace.ask("another"));
    }

    @Test
    void afterAnHourItIsForgotten() {
        times(FeedPace.MOST, "one");
        now = now.plus(Duration.ofHours(1));

        assertDoesNotThrow(() -> pace.ask("one"));
    }

    @Test
    void allTogetherMeetABoundAsWell() {
        for (int visitor = 0; visitor < 50; visitor++) {
            times(FeedPace.MOST, "visitor " + visitor);
        }

        assertThrows(AskedTooOften.class, () -> pace.ask("the next"));
    }

    private void times(int count, String who) {
        for (int i = 0; i < count; i++) {
            pace.ask(who);
        }
    }
}
