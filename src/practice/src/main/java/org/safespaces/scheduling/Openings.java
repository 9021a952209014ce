package org.safespaces.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * When a therapist is open: the hours of her week or a date's own, turned into instants date by date, without the time she
 * is off; and the steps in which sessions may begin. An end that falls into the gap of a spring night moves to the end of
 * the gap; over the doubled hour of autumn a window opens at the earlier and closes at the later of the two.
 *
 * @param exceptions dates with hours of their own, each once
 * @param off leave and blocked time, in any order
 */
record Openings(
        ZoneId zone,
        Duration grid,
        int dayCap,
        List<StandingHours> week,
        List<ExceptionDay> exceptions,
        List<Span> off) {

    /** Of an ordinary week, and nothing else. */
    Openings(ZoneId zone, Duration grid, int dayCap, List<OpenHours> week) {
        this(zone, grid, dayCap, week.stream().map(StandingHours::always).toList(), List.of(), List.of());
    }

    /** Of somebody who has set no hours yet. */
    static Openings none(ZoneId zone) {
        return new Openings(zone, Duration.ofMinutes(StartTimes.USUAL.everyMinutes()), 0, List.of());
    }

    /** The windows of a date, earliest first. */
    List<Span> on(LocalDate date) {
        return windows(date).flatMap(this::withoutTimeOff).toList();
    }

    /**
     * When a session of these terms may begin on a date: on the grid, which goes by the opening of the hours. Time off does
     * not move it.
     */
    Stream<Instant> starts(LocalDate date, Terms terms) {
        return windows(date)
                .flatMap(window -> withoutTimeOff(window).flatMap(part -> steps(window.from(), part, terms)))
                .distinct();
    }

    LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** Does this lie wholly in open time? */
    boolean cover(Span during) {
        return on(dateOf(during.from())).stream().anyMatch(window -> window.contains(during));
    }

    /** Does it meet leave or blocked time? */
    boolean isOff(Span during) {
        return off.stream().anyMatch(during::meets);
    }

    private Stream<Span> windows(LocalDate date) {
        return hoursOf(date)
                .map(hours -> new Span(
                        WallTime.opening(hours.opensOn(date), zone), WallTime.closing(hours.closesOn(date), zone)))
                .filter(window -> !window.isEmpty())
                .sorted(Comparator.comparing(Span::from));
    }

    private Stream<OpenHours> hoursOf(LocalDate date) {
        return exceptions.stream()
                .filter(day -> day.date().equals(date))
                .findFirst()
                .map(day -> day.hours().stream())
                .orElseGet(
                        () -> week.stream().filter(each -> each.goesFor(date)).map(StandingHours::hours));
    }

    private Stream<Span> withoutTimeOff(Span window) {
        List<Span> left = List.of(window);
        for (Span gone : off) {
            left = left.stream().flatMap(part -> part.without(gone)).toList();
        }
        return left.stream();
    }

    private Stream<Instant> steps(Instant opening, Span part, Terms terms) {
        long late = Duration.between(opening, part.from()).toSeconds();
        long skipped = -Math.floorDiv(-late, grid.toSeconds());
        Instant first = opening.plus(grid.multipliedBy(skipped));
        return Stream.iterate(first, start -> part.contains(terms.during(start)), start -> start.plus(grid));
    }
}
