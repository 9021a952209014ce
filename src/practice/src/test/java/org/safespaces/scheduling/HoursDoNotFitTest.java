package org.safespaces.scheduling;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoursDoNotFitTest {
    private static OpenHours hours(DayOfWeek day, String opens, String closes) {
        return new OpenHours(day, LocalTime.parse(opens), LocalTime.parse(closes));
    }

    @Test
    void aDayMayHaveAMorningAndAnAfternoon() {
        assertDoesNotThrow(() -> HoursDoNotFit.check(List.of(
                hours(DayOfWeek.MONDAY, "09:00", "12:00"),
                hours(DayOfWeek.MONDAY, "12:00", "17:00"),
                hours(DayOfWeek.TUESDAY, "09:00", "00:00"))));
    }

    @Test
    void hoursThatCloseBeforeTheyOpenAreNamed() {
        HoursDoNotFit refused = assertThrows(
                HoursDoNotFit.class,
                () -> HoursDoNotFit.check(List.of(
                        hours(DayOfWeek.MONDAY, "09:00", "12:00"), hours(DayOfWeek.TUESDAY, "17:00", "09:00"))));
        assertEquals(1, refused.place());
        assertEquals(HoursDoNotFit.Reason.CLOSES_BEFORE_OPENING, refused.reason());
    }

    @Test
    void hoursOfNoLengthAreNoHours() {
        assertThrows(
                HoursDoNotFit.class, () -> HoursDoNotFit.check(List.of(hours(DayOfWeek.MONDAY, "09:00", "09:00"))));
    }

    @Test
    void hoursThatOverlapOnOneDayAreNamed() {
        HoursDoNotFit refused = assertThrows(
                HoursDoNotFit.class,
                () -> HoursDoNotFit.check(List.of(
                        hours(DayOfWeek.MONDAY, "09:00", "12:00"),
                        hours(DayOfWeek.TUESDAY, "11:00", "13:00"),
                        hours(DayOfWeek.MONDAY, "11:59", "13:00"))));
        assertEquals(2, refused.place());
        assertEquals(HoursDoNotFit.Reason.OVERLAPS, refused.reason());
    }

    @Test
    void whatIsStoredAsMinutesComesBackAsItWas() {
        OpenHours late = hours(DayOfWeek.SUNDAY, "20:15", "00:00");
        assertEquals(1440, late.closesMinute());
        assertEquals(late, OpenHours.ofMinutes(7, late.opensMinute(), late.closesMinute()));
    }
}
