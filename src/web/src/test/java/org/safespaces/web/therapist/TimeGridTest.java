package org.safespaces.web.therapist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safespaces.scheduling.DiaryDay;

class TimeGridTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalDate WINTER = LocalDate.parse("2027-01-12");
    private static final LocalDate SPRING_FORWARD = LocalDate.parse("2027-03-28");

    private static DiaryDay open(LocalDate date, String from, String until) {
        DiaryDay.Stretch open = new DiaryDay.Stretch(Instant.parse(from), Instant.parse(until));
        return new DiaryDay(date, List.of(open), List.of(), List.of());
    }

    private static TimeGrid of(DiaryDay day) {
        return TimeGrid.of(List.of(day), LONDON);
    }

    @Test
    void aDayIsShownFromEightToSixAndLongerOnlyIfItHasToBe() {
        TimeGrid usual = of(open(WINTER, "2027-01-12T09:00:00Z", "2027-01-12T17:00:00Z"));
        assertEquals(120, usual.rows());
        assertEquals("08:00", usual.hours().get(0).said());
        TimeGrid late = of(open(WINTER, "2027-01-12T06:30:00Z", "2027-01-12T20:10:00Z"));
        assertEquals("06:00", late.hours().get(0).said());
        assertEquals("21:00", late.hours().get(15).said());
    }

    @Test
    void whatStandsInItIsPlacedInRowsOfFiveMinutes() {
        TimeGrid grid = of(open(WINTER, "2027-01-12T09:00:00Z", "2027-01-12T17:00:00Z"));
        assertEquals(
                "at-26 for-10",
                grid.place(WINTER, Instant.parse("2027-01-12T10:10:00Z"), Instant.parse("2027-01-12T11:00:00Z")));
        assertEquals("at-27", grid.place(WINTER, Instant.parse("2027-01-12T10:17:00Z")));
        assertEquals("", grid.place(WINTER, Instant.parse("2027-01-13T10:17:00Z")));
    }

    @Test
    void whatReachesOutOfTheDayIsCutAndWhatLiesElsewhereIsNotShown() {
        TimeGrid grid = of(open(WINTER, "2027-01-12T09:00:00Z", "2027-01-12T17:00:00Z"));
        assertEquals(
                "at-0 for-120",
                grid.place(WINTER, Instant.parse("2027-01-10T00:00:00Z"), Instant.parse("2027-01-15T00:00:00Z")));
        assertEquals(
                "", grid.place(WINTER, Instant.parse("2027-01-12T19:00:00Z"), Instant.parse("2027-01-12T20:00:00Z")));
    }

    @Test
    void whatIsNotOpenIsClosed() {
        DiaryDay day = open(WINTER, "2027-01-12T09:00:00Z", "2027-01-12T17:00:00Z");
        assertEquals(List.of("at-0 for-12", "at-108 for-12"), of(day).closed(day));
        DiaryDay shut = new DiaryDay(WINTER, List.of(), List.of(), List.of());
        assertEquals(List.of("at-0 for-120"), of(shut).closed(shut));
    }

    @Test
    void placesGoByTheClockOnTheWallAlsoWhereTheNightHasLostAnHour() {
        DiaryDay day = open(SPRING_FORWARD, "2027-03-28T00:30:00Z", "2027-03-28T09:00:00Z");
        TimeGrid grid = of(day);
        assertEquals("00:00", grid.hours().get(0).said());
        assertEquals(
                "at-120 for-10",
                grid.place(
                        SPRING_FORWARD, Instant.parse("2027-03-28T09:00:00Z"), Instant.parse("2027-03-28T09:50:00Z")));
    }
}
