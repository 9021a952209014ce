package org.safespaces.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which times are free: a pure function of the terms of a session, the hours of a therapist, what is booked, and the hour.
 * Asks no database and no clock, so the answer shown and the answer under the lock are the same rule.
 */
record Availability(Terms terms, Openings openings, Commitments commitments) {

    /** Has the client as many sessions before her as she may have? Then no time is free for her. */
    boolean isFullFor(Instant now) {
        return commitments.ahead(now) >= terms.clientCap();
    }

    /** The free times on these dates of the therapist's calendar, both included, earliest first. */
    List<Slot> free(LocalDate first, LocalDate last, Instant now) {
        Instant earliest = now.plus(terms.notice());
        LocalDate from = later(first, openings.dateOf(earliest));
        LocalDate until = earlier(last, horizon(now));
        if (from.isAfter(until) || isFullFor(now)) {
            return List.of();
        }
        return from.datesUntil(until.plusDays(1))
                .flatMap(this::freeOn)
                .filter(slot -> !slot.start().isBefore(earliest))
                .toList();
    }

    /** The slot that begins exactly then, if it is free now. */
    Optional<Slot> at(Instant start, Instant now) {
        LocalDate date = openings.dateOf(start);
        return free(date, date, now).stream()
                .filter(slot -> slot.start().equals(start))
                .findFirst();
    }

    /** The same as days of the reader's own calendar, who may be elsewhere. */
    List<FreeDay> days(LocalDate first, int count, ZoneId reader, Instant now) {
        Span whole = new Span(startOf(first, reader), startOf(first.plusDays(count), reader));
        Map<LocalDate, List<Slot>> free =
                free(openings.dateOf(whole.from()), openings.dateOf(whole.until()), now).stream()
                        .collect(Collectors.groupingBy(slot -> LocalDate.ofInstant(slot.start(), reader)));
        return first.datesUntil(first.plusDays(count))
                .map(date -> day(date, reader, free.getOrDefault(date, List.of()), now))
                .toList();
    }

    private FreeDay day(LocalDate date, ZoneId reader, List<Slot> times, Instant now) {
        Span day = new Span(startOf(date, reader), startOf(date.plusDays(1), reader));
        return new FreeDay(date, times.isEmpty() ? kind(day, now) : FreeDay.Kind.OPEN, times);
    }

    private FreeDay.Kind kind(Span day, Instant now) {
        if (!day.until().isAfter(now)) {
            return FreeDay.Kind.PAST;
        }
        if (!day.until().isAfter(now.plus(terms.notice()))) {
            return FreeDay.Kind.TOO_SOON;
        }
        if (openings.dateOf(day.from()).isAfter(horizon(now))) {
            return FreeDay.Kind.TOO_FAR;
        }
        return isOpen(day) ? FreeDay.Kind.OPEN : FreeDay.Kind.CLOSED;
    }

    private boolean isOpen(Span day) {
        return openings.dateOf(day.from())
                .datesUntil(openings.dateOf(day.until()).plusDays(1))
                .flatMap(date -> openings.on(date).stream())
                .anyMatch(day::meets);
    }

    private Stream<Slot> freeOn(LocalDate date) {
        if (commitments.sessionsOn(date, openings) >= openings.dayCap()) {
            return Stream.empty();
        }
        return openings.starts(date, terms)
                .filter(start -> commitments.leaveRoomFor(terms.during(start), terms.blocked(start)))
                .map(start -> new Slot(start, terms.during(start).until()));
    }

    private LocalDate horizon(Instant now) {
        return openings.dateOf(now).plusDays(terms.horizonDays());
    }

    private static Instant startOf(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).toInstant();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
