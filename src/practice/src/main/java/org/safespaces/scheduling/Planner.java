package org.safespaces.scheduling;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks at times a therapist means to keep for a client: a pure function of the terms of a session, her hours and what is
 * booked. She may go past her hours, and past no other appointment. Nothing is ever shifted in silence.
 *
 * @param elsewhere the client's zone, if it is another than the therapist's
 */
record Planner(Terms terms, Openings openings, Commitments commitments, Optional<ZoneId> elsewhere) {

    List<PlannedTime> plan(List<LocalDateTime> walls, Instant now) {
        List<PlannedTime> planned = new ArrayList<>();
        for (LocalDateTime wall : walls) {
            planned.add(plan(wall, planned, now));
        }
        return List.copyOf(planned);
    }

    private PlannedTime plan(LocalDateTime wall, List<PlannedTime> before, Instant now) {
        Instant start = WallTime.opening(wall, openings.zone());
        boolean shifts = !before.isEmpty()
                && elsewhere
                        .filter(zone -> !hour(start, zone)
                                .equals(hour(before.get(before.size() - 1).start(), zone)))
                        .isPresent();
        return new PlannedTime(
                wall,
                start,
                openings.zone(),
                kind(wall, start, now),
                WallTime.isTwice(wall, openings.zone()),
                elsewhere,
                shifts);
    }

    private PlannedTime.Kind kind(LocalDateTime wall, Instant start, Instant now) {
        if (WallTime.endOfGap(wall, openings.zone()).isPresent()) {
            return PlannedTime.Kind.DOES_NOT_EXIST;
        }
        if (!start.isAfter(now)) {
            return PlannedTime.Kind.PAST;
        }
        Span during = terms.during(start);
        if (commitments.diary().stream().anyMatch(session -> session.blocked().meets(terms.blocked(start)))) {
            return PlannedTime.Kind.TAKEN;
        }
        if (commitments.own().stream().anyMatch(during::meets)) {
            return PlannedTime.Kind.CLIENT_TAKEN;
        }
        if (openings.isOff(during)) {
            return PlannedTime.Kind.LEAVE;
        }
        return openings.cover(during) ? PlannedTime.Kind.FREE : PlannedTime.Kind.OUTSIDE;
    }

    private static String hour(Instant start, ZoneId zone) {
        return start.atZone(zone).toLocalTime().toString();
    }
}
