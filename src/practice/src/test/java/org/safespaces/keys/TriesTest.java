package org.safespaces.keys;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.safespaces.access.Hands;

class TriesTest {
    private final Hands clock = new Hands();
    private final Tries tries = new Tries(clock);
    private final Brake brake = new Brake(clock);

    @Test
    void fiveBegunAtOnceAreFiveThoughNoneIsOver() {
        begin(5);

        assertEquals(
                15, assertThrows(TooManyTries.class, () -> tries.begin("one")).minutes());
        assertDoesNotThrow(() -> tries.begin("another"));
    }

    @Test
    void theWaitDoublesAndARightTryEndsIt() {
        begin(5);
        clock.pass(Duration.ofMinutes(15));
        tries.begin("one");
        assertEquals(
                30, assertThrows(TooManyTries.class, () -> tries.begin("one")).minutes());

        tries.succeeded("one");
        begin(5);
    }

    @Test
    void aTryThatWasNotMadeIsNotCounted() {
        begin(5);
        tries.withdrawn("one");
        tries.begin("one");
        assertThrows(TooManyTries.class, () -> tries.begin("one"));
        for (int i = 0; i < 5; i++) {
            tries.withdrawn("one");
        }
        begin(5);
    }

    @Test
    void aQuarterOfAnHourAfterTheLastTryTheyAreForgotten() {
        begin(4);
        clock.pass(Duration.ofMinutes(15).plusSeconds(1));
        begin(5);
        assertThrows(TooManyTries.class, () -> tries.begin("one"));
    }

    @Test
    void everybodyTogetherHasTwoHundredAtOnceAndThenTwoHundredAnHour() {
        for (int i = 0; i < 200; i++) {
            brake.begin();
        }
        assertEquals(1, assertThrows(TooManyTries.class, brake::begin).minutes());

        clock.pass(Duration.ofSeconds(18));
        brake.begin();
        assertThrows(TooManyTries.class, brake::begin);
        clock.pass(Duration.ofHours(1));
        for (int i = 0; i < 200; i++) {
            brake.begin();
        }
        assertThrows(TooManyTries.class, brake::begin);
    }

    @Test
    void whoeverIsRightTakesNothingFromTheOthers() {
        for (int i = 0; i < 1_000; i++) {
            brake.begin();
            brake.release();
        }
        for (int i = 0; i < 200; i++) {
            brake.begin();
        }
        assertThrows(TooManyTries.class, brake::begin);
    }

    private void begin(int times) {
        for (int i = 0; i < times; i++) {
            tries.begin("one");
        }
    }
}
