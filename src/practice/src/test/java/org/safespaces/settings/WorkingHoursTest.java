package org.safespaces.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** November 2026 begins on a Sunday; summer time ends on 25 October 2026 and begins on 28 March 2027. */
class WorkingHoursTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Set<LocalDate> CHRISTMAS =
            Set.of(LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 28), LocalDate.of(2027, 1, 1));
    private static final WorkingHours OFFICE = new WorkingHours(
            LONDON,
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            LocalTime.of(9, 0),
            LocalTime.of(17, 0),
            CHRISTMAS);

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "within a day,                    2026-11-24T09:58, 4, 2026-11-24T13:58",
        "before the day begins,           2026-11-24T07:30, 4, 2026-11-24T13:00",
        "the minute it begins,            2026-11-24T09:00, 4, 2026-11-24T13:00",
        "to the minute it ends,           2026-11-24T13:00, 4, 2026-11-24T17:00",
        "a minute later: the next day,    2026-11-24T13:01, 4, 2026-11-25T09:01",
        "after the day has ended,         2026-11-23T19:40, 4, 2026-11-24T13:00",
        "at midnight,                     2026-11-24T00:00, 4, 2026-11-24T13:00",
        "the whole of a day,              2026-11-24T09:00, 8, 2026-11-24T17:00",
        "over night,                      2026-11-24T15:00, 8, 2026-11-25T15:00",
        "over a weekend,                  2026-11-20T15:00, 4, 2026-11-23T11:00",
        "on a Saturday,                   2026-11-21T12:00, 4, 2026-11-23T13:00",
        "on a Sunday night,               2026-11-22T23:59, 8, 2026-11-23T17:00",
        "over Christmas,                  2026-12-24T16:00, 4, 2026-12-29T12:00",
        "over New Year,                   2026-12-31T16:30, 1, 2027-01-04T09:30",
        "over two weekends,               2026-11-20T16:00, 41, 2026-11-27T17:00",
        "over the end of summer time,     2026-10-23T16:00, 4, 2026-10-26T12:00",
        "over its beginning,              2027-03-26T16:00, 4, 2027-03-29T12:00"
    })
    void workingTimePassesWhileThePracticeIsAtWork(String when, LocalDateTime from, int hours, LocalDateTime until) {
        assertEquals(at(until), OFFICE.after(at(from), Duration.ofHours(hours)));
    }

    @Test
    void anHourPassesOnTheDaysOnWhichTheClocksChangeAsOnEveryOther() {
        WorkingHours nightToo = new WorkingHours(
                LONDON, EnumSet.allOf(DayOfWeek.class), LocalTime.MIDNIGHT, LocalTime.of(6, 0), Set.of());

        assertEquals(
                Instant.parse("2026-10-25T03:00:00Z"),
                nightToo.after(Instant.parse("2026-10-24T23:00:00Z"), Duration.ofHours(4)),
                "midnight of summer to three in winter: four hours, although the clock shows three");
        assertEquals(
                Instant.parse("2027-03-28T04:00:00Z"),
                nightToo.after(Instant.parse("2027-03-28T00:00:00Z"), Duration.ofHours(4)),
                "midnight of winter to five in summer");
        assertEquals(
                Instant.parse("2026-10-25T06:00:00Z"),
                nightToo.after(Instant.parse("2026-10-24T23:00:00Z"), Duration.ofHours(7)),
                "that night has seven hours until six o'clock");
        assertEquals(
                Instant.parse("2027-03-29T00:00:00Z"),
                nightToo.after(Instant.parse("2027-03-28T00:00:00Z"), Duration.ofHours(6)),
                "and this one five: the sixth is of the next night");
    }

    @Test
    void theSameMomentIsTheSameWhereverTheReaderIs() {
        Instant evening = at(LocalDateTime.parse("2026-11-23T23:30"));

        assertEquals(LocalDate.of(2026, 11, 23), OFFICE.dayOf(evening));
        assertEquals(evening, Instant.parse("2026-11-23T23:30:00Z"));
        assertEquals(LocalDate.of(2026, 7, 2), OFFICE.dayOf(Instant.parse("2026-07-01T23:30:00Z")), "summer time");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the day after,              2026-11-23T10:15, 2026-11-24T17:00",
        "however late it comes,      2026-11-23T23:59, 2026-11-24T17:00",
        "after a weekend,            2026-11-20T10:00, 2026-11-23T17:00",
        "of a Saturday the Monday,   2026-11-21T10:00, 2026-11-23T17:00",
        "after Christmas,            2026-12-24T10:00, 2026-12-29T17:00",
        "over the change of clocks,  2026-10-24T10:00, 2026-10-26T17:00"
    })
    void theNextWorkingDayEndsWhenThePracticeCloses(String which, LocalDateTime from, LocalDateTime until) {
        assertEquals(at(until), OFFICE.endOfNextDay(at(from)));
    }

    @Test
    void noTimeAtAllHasPassedAtTheNextMomentOfWork() {
        assertEquals(
                at(LocalDateTime.parse("2026-11-23T09:00")),
                OFFICE.after(at(LocalDateTime.parse("2026-11-21T09:00")), Duration.ZERO));
    }

    @Test
    void aHolidayIsNoWorkingDayAndNorIsASunday() {
        assertTrue(OFFICE.isWorkingDay(LocalDate.of(2026, 12, 24)));
        assertFalse(OFFICE.isWorkingDay(LocalDate.of(2026, 12, 25)));
        assertFalse(OFFICE.isWorkingDay(LocalDate.of(2026, 12, 27)));
    }

    @Test
    void aPracticeThatIsNeverAtWorkHasNoWorkingHours() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new WorkingHours(LONDON, Set.of(), LocalTime.of(9, 0), LocalTime.of(17, 0), Set.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new WorkingHours(
                        LONDON, Set.of(DayOfWeek.MONDAY), LocalTime.of(17, 0), LocalTime.of(9, 0), Set.of()));
    }

    private static Instant at(LocalDateTime there) {
        return there.atZone(LONDON).toInstant();
    }
}
