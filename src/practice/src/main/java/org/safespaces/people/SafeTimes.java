package org.safespaces.people;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When a letter may reach somebody: parts of the days of a week, where she is. A letter that has to be there by a moment goes a quarter
 * of an hour before a safe part ends at the latest, because letters take their time.
 *
 * @param always at any hour of any day; then {@code parts} says nothing
 */
public record SafeTimes(boolean always, Set<Part> parts) {
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(15);
    private static final int A_WEEK = 7;

    public SafeTimes {
        parts = Set.copyOf(parts);
    }

    /** A part of a day of the week. */
    public record Part(DayOfWeek day, PartOfDay part) {
        private Window on(LocalDate date, ZoneId zone) {
            return new Window(
                    date.atTime(part.from()).atZone(zone).toInstant(),
                    date.atTime(part.until()).atZone(zone).toInstant());
        }
    }

    private record Window(Instant from, Instant until) {
        boolean holds(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }

        /** What is left of it then. */
        Duration after(Instant then) {
            Instant begins = from.isBefore(then) ? then : from;
            return begins.isBefore(until) ? Duration.between(begins, until) : Duration.ZERO;
        }
    }

    /** At any hour. */
    public static SafeTimes any() {
        return new SafeTimes(true, Set.of());
    }

    /** No hour is safe. */
    public boolean isNever() {
        return !always && parts.isEmpty();
    }

    /** The first safe moment from then on; then itself, if it is one. */
    public Optional<Instant> next(Instant then, ZoneId zone) {
        if (always) {
            return Optional.of(then);
        }
        return windows(then, zone)
                .filter(window -> window.until().isAfter(then))
                .map(window -> window.from().isBefore(then) ? then : window.from())
                .min(Comparator.naturalOrder());
    }

    /** The last safe moment up to then; then itself, if it is one. */
    public Optional<Instant> last(Instant then, ZoneId zone) {
        if (always) {
            return Optional.of(then);
        }
        return windows(then, zone)
                .filter(window -> !window.from().isAfter(then))
                .map(window -> window.holds(then) ? then : window.until().minus(ON_ITS_WAY))
                .max(Comparator.naturalOrder());
    }

    /**
     * The moment at which so much safe time has passed since then. Empty when less than that comes within a week, and when no hour is
     * safe. Source: booking.md 7, offers are counted in the client's safe hours.
     */
    public Optional<Instant> spent(Duration time, Instant then, ZoneId zone) {
        if (always) {
            return Optional.of(then.plus(time));
        }
        Duration left = time;
        for (Window window :
                windows(then, zone).sorted(Comparator.comparing(Window::from)).toList()) {
            Duration lasts = window.after(then);
            if (lasts.compareTo(left) >= 0) {
                return Optional.of(window.until().minus(lasts).plus(left));
            }
            left = left.minus(lasts);
        }
        return Optional.empty();
    }

    private Stream<Window> windows(Instant about, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(about, zone);
        return IntStream.rangeClosed(-A_WEEK, A_WEEK).mapToObj(today::plusDays).flatMap(date -> parts.stream()
                .filter(part -> part.day() == date.getDayOfWeek())
                .map(part -> part.on(date, zone)));
    }
}
