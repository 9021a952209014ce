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
}
