package org.safespaces.intake;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.safespaces.settings.PracticeSettings;

class SendingPaceTest {
    private Instant now = Instant.parse("2026-11-22T02:00:00Z");
    private final SendingPace pace = new SendingPace(new PracticeSettings(), new Clock() {
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

    private void send(String who, int times) {
        for (int i = 0; i < times; i++) {
            pace.begin(who);
        }
    }

    @Test
    void oneVisitorSendsFiveAnHourAndOthersGoOn() {
        send("one", 5);
        assertThrows(TooManySent.class, () -> pace.begin("one"));
        assertDoesNotThrow(() -> pace.begin("other"));
        now = now.plus(Duration.ofMinutes(59));
        assertThrows(TooManySent.class, () -> pace.begin("one"), "being refused does not make it longer");
        now = now.plus(Duration.ofMinutes(1));
        assertDoesNotThrow(() -> pace.begin("one"));
    }

    @Test
    void manyVisitorsTogetherSendAHundredAnHour() {
        for (int i = 0; i < 100; i++) {
            pace.begin("visitor " + i);
        }
        assertThrows(TooManySent.class, () -> pace.begin("one more"));
        now = now.plus(Duration.ofHours(1));
        assertDoesNotThrow(() -> pace.begin("one more"));
    }

    @Test
    void whatWasNotSentDoesNotCount() {
        send("one", 5);
        pace.withdraw("one");
        assertDoesNotThrow(() -> pace.begin("one"));
        assertDoesNotThrow(() -> pace.withdraw("nobody"));
    }
}
