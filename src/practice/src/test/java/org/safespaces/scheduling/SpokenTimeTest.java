package org.safespaces.scheduling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenTimeTest {
    private static String hour(Instant at, String zone) {
        return new SpokenTime(at, ZoneId.of(zone)).hour();
    }

    /** Mondays, 10:00 in London, as they are elsewhere. */
    @ParameterizedTest
    @CsvSource({
        "2027-03-08T10:00:00Z, 05:00, 15:30, 15:45, 21:00, 21:00",
        "2027-03-15T10:00:00Z, 06:00, 15:30, 15:45, 21:00, 21:00",
        "2027-03-22T10:00:00Z, 06:00, 15:30, 15:45, 21:00, 21:00",
        "2027-03-29T09:00:00Z, 05:00, 14:30, 14:45, 20:00, 20:00",
        "2027-04-05T09:00:00Z, 05:00, 14:30, 14:45, 19:00, 19:30",
        "2027-10-04T09:00:00Z, 05:00, 14:30, 14:45, 20:00, 20:00",
        "2027-10-25T09:00:00Z, 05:00, 14:30, 14:45, 20:00, 20:00",
        "2027-11-01T10:00:00Z, 06:00, 15:30, 15:45, 21:00, 21:00",
        "2027-11-08T10:00:00Z, 05:00, 15:30, 15:45, 21:00, 21:00"
    })
    void tenInLondonIsSaidRightlyElsewhere(
            Instant at, String newYork, String kolkata, String kathmandu, String sydney, String lordHowe) {
        assertEquals("10:00", hour(at, "Europe/London"));
        assertEquals(newYork, hour(at, "America/New_York"));
        assertEquals(kolkata, hour(at, "Asia/Kolkata"));
        assertEquals(kathmandu, hour(at, "Asia/Kathmandu"));
        assertEquals(sydney, hour(at, "Australia/Sydney"));
        assertEquals(lordHowe, hour(at, "Australia/Lord_Howe"));
    }

    /** The same, as a reminder says them; in Sydney it is evening. */
    @ParameterizedTest
    @CsvSource({
        "2027-03-08T10:00:00Z, 10:00, 05:00, 15:45, 21:00",
        "2027-03-15T10:00:00Z, 10:00, 06:00, 15:45, 21:00",
        "2027-03-22T10:00:00Z, 10:00, 06:00, 15:45, 21:00",
        "2027-03-29T09:00:00Z, 10:00, 05:00, 14:45, 20:00",
        "2027-04-05T09:00:00Z, 10:00, 05:00, 14:45, 19:00",
        "2027-10-04T09:00:00Z, 10:00, 05:00, 14:45, 20:00",
        "2027-10-25T09:00:00Z, 10:00, 05:00, 14:45, 20:00",
        "2027-11-01T10:00:00Z, 10:00, 06:00, 15:45, 21:00",
        "2027-11-08T10:00:00Z, 10:00, 05:00, 15:45, 21:00"
    })
    void aReminderSaysTheTimeWhereSheIs(Instant at, String london, String newYork, String kathmandu, String sydney) {
        assertEquals("Monday " + london + " (London time)", reminder(at, "Europe/London"));
        assertEquals("Monday " + newYork + " (New York time)", reminder(at, "America/New_York"));
        assertEquals("Monday " + kathmandu + " (Kathmandu time)", reminder(at, "Asia/Kathmandu"));
        assertEquals("Monday " + sydney + " (Sydney time)", reminder(at, "Australia/Sydney"));
    }

    @Test
    void aReminderSaysWhichOfTheDoubledHour() {
        assertEquals(
                "Sunday 01:30 (second, winter time) (London time)",
                reminder(Instant.parse("2027-10-31T01:30:00Z"), "Europe/London"));
    }

    private static String reminder(Instant at, String zone) {
        return new SpokenTime(at, ZoneId.of(zone)).reminder();
    }

    @Test
    void theDoubledHourIsSaidSoThatNobodyComesAtTheOther() {
        Instant first = Instant.parse("2027-10-31T00:30:00Z");
        assertEquals("01:30 (first, summer time)", hour(first, "Europe/London"));
        assertEquals("01:30 (second, winter time)", hour(first.plus(Duration.ofHours(1)), "Europe/London"));
    }

    @Test
    void elapsedHoursAreNotWallHours() {
        Instant afterSpring = Instant.parse("2027-03-29T09:00:00Z");
        Instant afterAutumn = Instant.parse("2027-11-01T10:00:00Z");
        assertEquals("09:00", hour(afterSpring.minus(Duration.ofHours(48)), "Europe/London"));
        assertEquals("11:00", hour(afterAutumn.minus(Duration.ofHours(48)), "Europe/London"));
    }

    @Test
    void aDayIsSaidInFullAndAZoneByItsCity() {
        SpokenTime time = new SpokenTime(Instant.parse("2026-11-26T14:00:00Z"), ZoneId.of("Europe/Madrid"));
        assertEquals("Thursday 26 November", time.day());
        assertEquals("Thursday 26 November 2026", time.dayOfYear());
        assertEquals("15:00", time.hour());
        assertEquals("Madrid", SpokenTime.place(time.zone()));
        assertEquals("New York", SpokenTime.place(ZoneId.of("America/New_York")));
    }

    @Test
    void aWeekIsSaidByItsEnds() {
        assertEquals("23 to 29 November", SpokenTime.week(LocalDate.parse("2026-11-23")));
        assertEquals("30 November to 6 December", SpokenTime.week(LocalDate.parse("2026-11-30")));
    }
}
