package org.safespaces.settings;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * When the practice is at work, and how time is counted in it: an hour of a night, a weekend or a holiday is none. Hours are hours
 * that pass, also on the days on which the clocks change.
 *
 * @param zone where its clocks stand
 * @param days on which days of the week
 * @param opens from what time, on each of them
 * @param closes until what time
 * @param holidays days on which it is closed all the same
 */
public record WorkingHours(
        ZoneId zone, Set<DayOfWeek> days, LocalTime opens, LocalTime closes, Set<LocalDate> holidays) {
    public WorkingHours {
        days = Set.copyOf(days);
        holidays = Set.copyOf(holidays);
        if (days.isEmpty() || !opens.isBefore(closes)) {
            throw new IllegalArgumentException("no working hours");
        }
    }

    /** When so much working time has passed since then. No time at all has passed at the next moment of work. */
    public Instant after(Instant then, Duration working) {
        LocalDate day = dayOf(then);
        Instant from = then;
        Duration left = working;
        while (true) {
            if (isWorkingDay(day)) {
                Instant begin = from.isAfter(at(day, opens)) ? from : at(day, opens);
                Instant end = at(day, closes);
                Duration today = Duration.between(begin, end);
                if (begin.isBefore(end) && left.compareTo(today) <= 0) {
                    return begin.plus(left);
                }
                left = begin.isBefore(end) ? left.minus(today) : left;
            }
            day = day.plusDays(1);
        }
    }

    /** The end of the first working day after the day of then. */
    public Instant endOfNextDay(Instant then) {
        LocalDate day = dayOf(then).plusDays(1);
        while (!isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return at(day, closes);
    }

    public boolean isWorkingDay(LocalDate day) {
        return days.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }

    /** Which day it is where the practice is. */
    public LocalDate dayOf(Instant then) {
        return LocalDate.ofInstant(then, zone);
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }
}
