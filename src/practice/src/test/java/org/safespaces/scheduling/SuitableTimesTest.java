package org.safespaces.scheduling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safespaces.people.PartOfDay;

class SuitableTimesTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final SuitableTimes MONDAY_MORNING = new SuitableTimes(0).with(DayOfWeek.MONDAY, PartOfDay.MORNING);

    @Test
    void aTimeSuitsByTheClockOfWhoeverWaits() {
        Instant tenInLondon = Instant.parse("2027-03-08T10:00:00Z");

        assertTrue(MONDAY_MORNING.suit(tenInLondon, LONDON));
        assertFalse(MONDAY_MORNING.suit(tenInLondon, SYDNEY), "it is nine in the evening there");
        assertTrue(
                new SuitableTimes(0).with(DayOfWeek.MONDAY, PartOfDay.EVENING).suit(tenInLondon, SYDNEY));
    }

    @Test
    void noonAndFiveBeginTheNextPart() {
        assertTrue(MONDAY_MORNING.suit(Instant.parse("2027-03-08T11:59:00Z"), LONDON));
        assertFalse(MONDAY_MORNING.suit(Instant.parse("2027-03-08T12:00:00Z"), LONDON));
        SuitableTimes afternoon = new SuitableTimes(0).with(DayOfWeek.MONDAY, PartOfDay.AFTERNOON);
        assertTrue(afternoon.suit(Instant.parse("2027-03-08T16:59:00Z"), LONDON));
        assertFalse(afternoon.suit(Instant.parse("2027-03-08T17:00:00Z"), LONDON));
    }

    @Test
    void afterTheClocksChangeThePartFollowsTheClock() {
        Instant elevenInSummer = Instant.parse("2027-03-29T10:30:00Z");
        Instant noonInSummer = Instant.parse("2027-03-29T11:30:00Z");

        assertTrue(MONDAY_MORNING.suit(elevenInSummer, LONDON));
        assertFalse(MONDAY_MORNING.suit(noonInSummer, LONDON));
    }

    @Test
    void everyPartOfEveryDayHasItsOwnPlace() {
        SuitableTimes all = new SuitableTimes(0);
        for (DayOfWeek day : DayOfWeek.values()) {
            for (PartOfDay part : PartOfDay.values()) {
                SuitableTimes one = new SuitableTimes(0).with(day, part);
                assertEquals(Set.of(day), one.days());
                assertFalse(all.has(day, part));
                all = all.with(day, part);
                assertTrue(all.has(day, part));
            }
        }
        assertEquals((1 << 21) - 1, all.bits());
        assertThrows(IllegalArgumentException.class, () -> new SuitableTimes(1 << 21));
        assertThrows(IllegalArgumentException.class, () -> new SuitableTimes(-1));
    }
}
