package org.safespaces.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeTimesTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final LocalDateTime MONDAY = LocalDateTime.of(2027, 3, 8, 3, 0);

    /** Monday afternoons, Tuesday mornings. */
    private static final SafeTimes TWO = new SafeTimes(
            false,
            Set.of(
                    new SafeTimes.Part(DayOfWeek.MONDAY, PartOfDay.AFTERNOON),
                    new SafeTimes.Part(DayOfWeek.TUESDAY, PartOfDay.MORNING)));

    @ParameterizedTest
    @CsvSource({
        "2027-03-08T12:00, 2027-03-08T12:00",
        "2027-03-08T16:59, 2027-03-08T16:59",
        "2027-03-08T17:00, 2027-03-09T08:00",
        "2027-03-08T03:00, 2027-03-08T12:00",
        "2027-03-09T12:00, 2027-03-15T12:00"
    })
    void theNextSafeMoment(LocalDateTime then, LocalDateTime next) {
        assertEquals(Optional.of(at(next)), TWO.next(at(then), LONDON));
    }

    /** Before a safe part ends there is time for a letter to arrive. */
    @ParameterizedTest
    @CsvSource({
        "2027-03-08T12:00, 2027-03-08T12:00",
        "2027-03-08T18:00, 2027-03-08T16:45",
        "2027-03-09T07:59, 2027-03-08T16:45",
        "2027-03-09T11:59, 2027-03-09T11:59",
        "2027-03-09T12:00, 2027-03-09T11:45",
        "2027-03-14T10:00, 2027-03-09T11:45"
    })
    void theLastSafeMoment(LocalDateTime then, LocalDateTime last) {
        assertEquals(Optional.of(at(last)), TWO.last(at(then), LONDON));
    }

    /** Four hours, as an offer from the waiting list lasts. */
    @ParameterizedTest
    @CsvSource({
        "2027-03-08T12:00, 2027-03-08T16:00",
        "2027-03-08T13:00, 2027-03-08T17:00",
        "2027-03-08T14:00, 2027-03-09T09:00",
        "2027-03-08T23:00, 2027-03-09T12:00",
        "2027-03-09T10:00, 2027-03-15T14:00"
    })
    void soMuchSafeTimeHasPassed(LocalDateTime then, LocalDateTime passed) {
        assertEquals(Optional.of(at(passed)), TWO.spent(Duration.ofHours(4), at(then), LONDON));
    }

    @Test
    void whoHasTooLittleSafeTimeInAWeekHasNoSuchMoment() {
        assertEquals(Optional.empty(), TWO.spent(Duration.ofHours(40), at(MONDAY), LONDON));
        assertEquals(Optional.empty(), new SafeTimes(false, Set.of()).spent(Duration.ofHours(4), at(MONDAY), LONDON));
        assertEquals(
                Optional.of(at(MONDAY.plusHours(4))), SafeTimes.any().spent(Duration.ofHours(4), at(MONDAY), LONDON));
    }

    @Test
    void hoursAreThoseOfWhereSheIsAlsoOnTheDaysOnWhichTheClocksChange() {
        SafeTimes sundays = new SafeTimes(false, Set.of(new SafeTimes.Part(DayOfWeek.SUNDAY, PartOfDay.MORNING)));
        Instant before = Instant.parse("2027-03-28T00:00:00Z");
        assertEquals(Optional.of(Instant.parse("2027-03-28T07:00:00Z")), sundays.next(before, LONDON));
        assertEquals(
                Optional.of(Instant.parse("2027-03-28T02:15:00Z")), sundays.next(before, ZoneId.of("Asia/Kathmandu")));
        assertEquals(
                Optional.of(Instant.parse("2027-03-27T21:00:00Z")),
                sundays.next(Instant.parse("2027-03-27T20:00:00Z"), ZoneId.of("Australia/Sydney")));
    }

    @Test
    void anyTimeIsAnyTimeAndNoneIsNone() {
        Instant then = Instant.parse("2027-03-08T03:00:00Z");
        assertEquals(Optional.of(then), SafeTimes.any().next(then, LONDON));
        assertEquals(Optional.of(then), SafeTimes.any().last(then, LONDON));
        SafeTimes never = new SafeTimes(false, Set.of());
        assertTrue(never.isNever());
        assertEquals(Optional.empty(), never.next(then, LONDON));
        assertEquals(Optional.empty(), never.last(then, LONDON));
    }

    private static Instant at(LocalDateTime wall) {
        return wall.atZone(LONDON).toInstant();
    }
}
