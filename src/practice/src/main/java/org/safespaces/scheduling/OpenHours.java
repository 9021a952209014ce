package org.safespaces.scheduling;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/**
 * Hours on one day of every week, as the clock on the therapist's wall shows them, to the minute. Closing at 00:00 is the
 * end of the day.
 */
public record OpenHours(DayOfWeek day, LocalTime opens, LocalTime closes) {
    private static final int MINUTES_A_DAY = 1440;

    public OpenHours {
        opens = opens.truncatedTo(ChronoUnit.MINUTES);
        closes = closes.truncatedTo(ChronoUnit.MINUTES);
    }

    static OpenHours ofMinutes(int day, int opens, int closes) {
        return new OpenHours(
                DayOfWeek.of(day),
                LocalTime.ofSecondOfDay(opens * 60L),
                LocalTime.ofSecondOfDay(closes % MINUTES_A_DAY * 60L));
    }

    int opensMinute() {
        return minute(opens);
    }

    int closesMinute() {
        return closesAtMidnight() ? MINUTES_A_DAY : minute(closes);
    }

    LocalDateTime opensOn(LocalDate date) {
        return date.atTime(opens);
    }

    LocalDateTime closesOn(LocalDate date) {
        return closesAtMidnight() ? date.plusDays(1).atStartOfDay() : date.atTime(closes);
    }

    boolean overlaps(OpenHours other) {
        return day == other.day && opensMinute() < other.closesMinute() && other.opensMinute() < closesMinute();
    }

    private boolean closesAtMidnight() {
        return closes.equals(LocalTime.MIDNIGHT);
    }

    private static int minute(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }
}
