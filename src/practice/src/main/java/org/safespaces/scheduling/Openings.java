package org.safespaces.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;

/**
 * When a therapist is open: the hours of her week, turned into instants date by date, and the steps in which sessions may
 * begin. An end that falls into the gap of a spring night moves to the end of the gap; over the doubled hour of autumn a
 * window opens at the earlier and closes at the later of the two.
 */
record Openings(ZoneId zone, Duration grid, int dayCap, List<OpenHours> week) {
    private static final Duration USUAL_GRID = Duration.ofMinutes(15);

    /** Of somebody who has set no hours yet. */
    static Openings none(ZoneId zone) {
        return new Openings(zone, USUAL_GRID, 0, List.of());
    }

    /** The windows of a date, earliest first. */
    List<Span> on(LocalDate date) {
        return week.stream()
                .filter(hours -> hours.day() == date.getDayOfWeek())
                .map(hours -> new Span(at(hours.opensOn(date), true), at(hours.closesOn(date), false)))
                .filter(window -> !window.isEmpty())
                .sorted((one, other) -> one.from().compareTo(other.from()))
                .toList();
    }

    private Instant at(LocalDateTime wall, boolean opening) {
        ZoneOffsetTransition change = zone.getRules().getTransition(wall);
        if (change == null) {
            return wall.toInstant(zone.getRules().getOffset(wall));
        }
        if (change.isGap()) {
            return change.getInstant();
        }
        return wall.toInstant(opening ? change.getOffsetBefore() : change.getOffsetAfter());
    }

    LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** Does this lie wholly in open time? */
    boolean cover(Span during) {
        return on(dateOf(during.from())).stream().anyMatch(window -> window.contains(during));
    }
}
