package org.safespaces.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safespaces.people.CaseId;
import org.safespaces.people.TherapistId;

class SearchPaceTest {
    private final TherapistId rowan = new TherapistId(UUID.randomUUID());
    private final Hands clock = new Hands();
    private final SearchPace pace = new SearchPace(clock);

    @Test
    void whatIsTypedWithoutAPauseIsOneSearch() {
        SearchPace.Search search = pace.begun(rowan, 7);
        clock.pass(Duration.ofSeconds(3));
        assertSame(search, pace.running(rowan).orElseThrow());
        clock.pass(Duration.ofSeconds(3));
        assertSame(search, pace.running(rowan).orElseThrow());
        assertEquals(7, search.line());

        clock.pass(Duration.ofSeconds(4));
        assertTrue(pace.running(rowan).isEmpty(), "after a pause it is another");
    }

    @Test
    void afterFifteenSecondsItIsAnotherHoweverQuicklySheTypes() {
        pace.begun(rowan, 7);
        for (int second = 1; second < 15; second++) {
            clock.pass(Duration.ofSeconds(1));
            assertTrue(pace.running(rowan).isPresent());
        }
        clock.pass(Duration.ofSeconds(1));
        assertTrue(pace.running(rowan).isEmpty());
    }

    @Test
    void askingOnAndOnIsNotOneSearch() {
        pace.begun(rowan, 7);
        for (int letter = 1; letter < SearchPace.MOST_REFINEMENTS; letter++) {
            assertTrue(pace.running(rowan).isPresent());
        }
        assertTrue(pace.running(rowan).isEmpty());
    }

    @Test
    void searchingFourTimesAMinuteOnAndOnNeverHasToWait() {
        for (int search = 0; search < 3 * SearchPace.MOST; search++) {
            assertTrue(pace.running(rowan).isEmpty());
            pace.begun(rowan, search);
            clock.pass(Duration.ofSeconds(15));
        }
    }

    @Test
    void theTwentyFirstSearchWithinFiveMinutesHasToWaitAndIsToldHowLong() {
        for (int search = 0; search < SearchPace.MOST; search++) {
            pace.begun(rowan, search);
        }
        clock.pass(Duration.ofSeconds(61));

        TooManySearches often = assertThrows(TooManySearches.class, () -> pace.running(rowan));

        assertEquals(4, often.minutes());
        clock.pass(Duration.ofMinutes(4));
        assertTrue(pace.running(rowan).isEmpty());
    }

    @Test
    void anotherPersonDoesNotWaitForIt() {
        for (int search = 0; search < SearchPace.MOST; search++) {
            pace.begun(rowan, search);
        }
        assertTrue(pace.running(new TherapistId(UUID.randomUUID())).isEmpty());
    }

    @Test
    void aCaseIsNewToASearchOnce() {
        SearchPace.Search search = pace.begun(rowan, 7);
        CaseId found = new CaseId(UUID.randomUUID());

        assertTrue(search.isNew(found));
        search.shown(found);
        assertFalse(search.isNew(found));
        assertTrue(pace.begun(rowan, 8).isNew(found));
    }
}
