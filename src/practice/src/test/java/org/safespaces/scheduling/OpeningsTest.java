package org.safespaces.scheduling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningsTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalDate SPRING_FORWARD = LocalDate.parse("2027-03-28");
    private static final LocalDate FALL_BACK = LocalDate.parse("2027-10-31");
    private static final ZoneId LORD_HOWE = ZoneId.of("Australia/Lord_Howe");
    private static final LocalDate FRIDAY = LocalDate.parse("2027-03-12");

    private static Openings open(LocalDate date, String opens, String closes) {
        OpenHours hours = new OpenHours(date.getDayOfWeek(), LocalTime.parse(opens), LocalTime.parse(closes));
        return new Openings(LONDON, Duration.ofMinutes(15), 6, List.of(hours));
    }

    private static Span only(LocalDate date, String opens, String closes) {
        List<Span> windows = open(date, opens, closes).on(date);
        assertEquals(1, windows.size());
        return windows.get(0);
    }

    private static Span span(String from, String until) {
        return new Span(Instant.parse(from), Instant.parse(until));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-08, 10:00",
        "2027-03-15, 10:00",
        "2027-03-22, 10:00",
        "2027-03-29, 09:00",
        "2027-04-05, 09:00",
        "2027-10-04, 09:00",
        "2027-10-25, 09:00",
        "2027-11-01, 10:00",
        "2027-11-08, 10:00"
    })
    void tenOnALondonMondayIsTheRightInstantAllYear(String date, String utc) {
        LocalDate monday = LocalDate.parse(date);
        assertEquals(
                Instant.parse(date + "T" + utc + ":00Z"),
                only(monday, "10:00", "12:00").from());
    }

    @Test
    void aWindowOverTheGapOfSpringIsAnHourShorter() {
        assertEquals(span("2027-03-28T00:30:00Z", "2027-03-28T01:30:00Z"), only(SPRING_FORWARD, "00:30", "02:30"));
    }

    @Test
    void anEndInTheGapMovesToTheEndOfTheGap() {
        assertEquals(span("2027-03-28T00:00:00Z", "2027-03-28T01:00:00Z"), only(SPRING_FORWARD, "00:00", "01:30"));
        assertEquals(span("2027-03-28T01:00:00Z", "2027-03-28T02:00:00Z"), only(SPRING_FORWARD, "01:30", "03:00"));
    }

    @Test
    void aWindowThatLiesWhollyInTheGapDoesNotExist() {
        assertTrue(open(SPRING_FORWARD, "01:10", "01:50").on(SPRING_FORWARD).isEmpty());
    }

    @Test
    void aWindowOverTheDoubledHourOfAutumnIsAnHourLonger() {
        assertEquals(span("2027-10-30T23:30:00Z", "2027-10-31T02:30:00Z"), only(FALL_BACK, "00:30", "02:30"));
    }

    @Test
    void inTheDoubledHourAWindowOpensAtTheFirstAndClosesAtTheSecond() {
        assertEquals(span("2027-10-31T00:30:00Z", "2027-10-31T02:30:00Z"), only(FALL_BACK, "01:30", "02:30"));
        assertEquals(span("2027-10-30T23:30:00Z", "2027-10-31T01:30:00Z"), only(FALL_BACK, "00:30", "01:30"));
    }

    @Test
    void closingAtMidnightIsTheEndOfTheDay() {
        LocalDate friday = LocalDate.parse("2027-03-12");
        assertEquals(span("2027-03-12T20:00:00Z", "2027-03-13T00:00:00Z"), only(friday, "20:00", "00:00"));
    }

    @Test
    void otherDaysOfTheWeekAreClosed() {
        assertTrue(open(SPRING_FORWARD, "09:00", "17:00")
                .on(SPRING_FORWARD.plusDays(1))
                .isEmpty());
    }

    @Test
    void whatSticksOutOfTheHoursIsNotCovered() {
        LocalDate friday = LocalDate.parse("2027-03-12");
        Openings openings = open(friday, "09:00", "12:00");
        assertTrue(openings.cover(span("2027-03-12T11:10:00Z", "2027-03-12T12:00:00Z")));
        assertFalse(openings.cover(span("2027-03-12T11:15:00Z", "2027-03-12T12:05:00Z")));
    }

    private static Span howe(LocalDate date, String opens, String closes) {
        OpenHours hours = new OpenHours(date.getDayOfWeek(), LocalTime.parse(opens), LocalTime.parse(closes));
        List<Span> windows = new Openings(LORD_HOWE, Duration.ofMinutes(15), 6, List.of(hours)).on(date);
        assertEquals(1, windows.size());
        return windows.get(0);
    }

    @Test
    void onLordHoweTheGapIsHalfAnHour() {
        LocalDate spring = LocalDate.parse("2027-10-03");
        assertEquals(span("2027-10-02T14:00:00Z", "2027-10-02T15:30:00Z"), howe(spring, "00:30", "02:30"));
        assertEquals(span("2027-10-02T13:30:00Z", "2027-10-02T15:30:00Z"), howe(spring, "00:00", "02:15"));
    }

    @Test
    void onLordHoweHalfAnHourIsDoubled() {
        LocalDate autumn = LocalDate.parse("2027-04-04");
        assertEquals(span("2027-04-03T13:30:00Z", "2027-04-03T16:00:00Z"), howe(autumn, "00:30", "02:30"));
        assertEquals(span("2027-04-03T14:30:00Z", "2027-04-03T15:15:00Z"), howe(autumn, "01:30", "01:45"));
    }

    private static Openings fridays(List<ExceptionDay> exceptions, Span... off) {
        return new Openings(
                LONDON,
                Duration.ofMinutes(15),
                6,
                List.of(StandingHours.always(hours(FRIDAY, "09:00", "17:00"))),
                exceptions,
                List.of(off));
    }

    private static OpenHours hours(LocalDate date, String opens, String closes) {
        return new OpenHours(date.getDayOfWeek(), LocalTime.parse(opens), LocalTime.parse(closes));
    }

    private static List<String> starts(Openings openings, LocalDate date) {
        Terms therapy = new Terms(Duration.ofMinutes(50), Duration.ZERO, Duration.ofMinutes(10), Duration.ZERO, 90, 4);
        return openings.starts(date, therapy)
                .map(start -> start.atZone(LONDON).toLocalTime().toString())
                .toList();
    }

    @Test
    void aDatesOwnHoursReplaceThoseOfItsWeek() {
        Openings openings = fridays(List.of(
                new ExceptionDay(FRIDAY, List.of(hours(FRIDAY, "08:00", "09:00"), hours(FRIDAY, "18:00", "19:00")))));
        assertEquals(
                List.of(
                        span("2027-03-12T08:00:00Z", "2027-03-12T09:00:00Z"),
                        span("2027-03-12T18:00:00Z", "2027-03-12T19:00:00Z")),
                openings.on(FRIDAY));
        assertEquals(1, openings.on(FRIDAY.plusWeeks(1)).size());
    }

    @Test
    void aDateWithHoursOfItsOwnAndNoneOfThemIsClosed() {
        assertTrue(
                fridays(List.of(new ExceptionDay(FRIDAY, List.of()))).on(FRIDAY).isEmpty());
    }

    @Test
    void aDateMayBeOpenThoughItsWeekIsNot() {
        LocalDate saturday = FRIDAY.plusDays(1);
        ExceptionDay open = new ExceptionDay(saturday, List.of(hours(saturday, "10:00", "12:00")));
        assertEquals(
                List.of(span("2027-03-13T10:00:00Z", "2027-03-13T12:00:00Z")),
                fridays(List.of(open)).on(saturday));
    }

    @Test
    void timeOffIsTakenOutOfTheHoursWhereverItMeetsThem() {
        Openings openings = fridays(
                List.of(),
                span("2027-03-12T07:00:00Z", "2027-03-12T09:30:00Z"),
                span("2027-03-12T12:00:00Z", "2027-03-12T13:00:00Z"),
                span("2027-03-19T00:00:00Z", "2027-03-20T00:00:00Z"));
        assertEquals(
                List.of(
                        span("2027-03-12T09:30:00Z", "2027-03-12T12:00:00Z"),
                        span("2027-03-12T13:00:00Z", "2027-03-12T17:00:00Z")),
                openings.on(FRIDAY));
        assertTrue(openings.on(FRIDAY.plusWeeks(1)).isEmpty());
    }

    @Test
    void leaveOverANightOfSpringTakesWholeDaysOnTheWall() {
        Openings openings = new Openings(
                LONDON,
                Duration.ofMinutes(15),
                6,
                List.of(StandingHours.always(hours(SPRING_FORWARD, "00:00", "00:00"))),
                List.of(),
                List.of(new Span(
                        WallTime.opening(SPRING_FORWARD.atStartOfDay(), LONDON),
                        WallTime.closing(SPRING_FORWARD.plusDays(1).atStartOfDay(), LONDON))));
        assertTrue(openings.on(SPRING_FORWARD).isEmpty());
    }

    @Test
    void theGridGoesByTheOpeningOfTheHoursWhateverIsBlocked() {
        Openings openings = fridays(List.of(), span("2027-03-12T09:00:00Z", "2027-03-12T15:20:00Z"));
        assertEquals(List.of("15:30", "15:45", "16:00"), starts(openings, FRIDAY));
    }

    @Test
    void hoursGoFromTheirFirstDayToTheirLast() {
        Openings openings = new Openings(
                LONDON,
                Duration.ofMinutes(15),
                6,
                List.of(new StandingHours(hours(FRIDAY, "09:00", "17:00"), FRIDAY, FRIDAY.plusWeeks(1))),
                List.of(),
                List.of());
        assertTrue(openings.on(FRIDAY.minusWeeks(1)).isEmpty());
        assertEquals(1, openings.on(FRIDAY).size());
        assertEquals(1, openings.on(FRIDAY.plusWeeks(1)).size());
        assertTrue(openings.on(FRIDAY.plusWeeks(2)).isEmpty());
    }
}
