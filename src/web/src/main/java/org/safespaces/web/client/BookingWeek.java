package org.safespaces.web.client;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.safespaces.scheduling.FreeDay;
import org.safespaces.scheduling.FreeTimes;
import org.safespaces.scheduling.SpokenTime;

/**
 * The week to choose from, as it is drawn.
 *
 * @param earlier address of the week before; empty when that is over
 * @param later address of the week after; empty when it is too far ahead
 */
public record BookingWeek(String said, String earlier, String later, List<BookingDay> days) {
    private static final int LENGTH = 7;

    static BookingWeek of(List<FreeDay> days, BookingAddress here, LocalDate today) {
        LocalDate monday = here.week();
        LocalDate shown = shown(days, here);
        boolean first = !monday.isAfter(FreeTimes.mondayOf(today));
        boolean last = days.get(days.size() - 1).kind() == FreeDay.Kind.TOO_FAR;
        return new BookingWeek(
                SpokenTime.week(monday),
                first ? "" : here.in(monday.minusDays(LENGTH)).text(),
                last ? "" : here.in(monday.plusDays(LENGTH)).text(),
                days.stream()
                        .map(day -> BookingDay.of(day, here, day.date().equals(shown)))
                        .toList());
    }

    /** The day a phone shows: the one asked for, else the one of the chosen time, else the first with a time. */
    private static LocalDate shown(List<FreeDay> days, BookingAddress here) {
        Optional<LocalDate> asked = Optional.ofNullable(here.day())
                .or(() -> Optional.ofNullable(here.start()).map(start -> new SpokenTime(start, here.zone()).date()));
        return asked.filter(date -> days.stream().anyMatch(day -> day.date().equals(date)))
                .orElseGet(() -> days.stream()
                        .filter(day -> !day.times().isEmpty())
                        .findFirst()
                        .orElse(days.get(0))
                        .date());
    }
}
