package org.safespaces.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safespaces.people.CaseId;
import org.safespaces.people.People;
import org.safespaces.people.TherapistSummary;

/** What stands in the way of times a therapist means to keep, with all that is booked looked up. Asks for nobody's permission. */
@ApplicationScoped
class Plans {
    private static final Duration A_DAY = Duration.ofDays(1);

    @Inject
    private Timetable timetable;

    @Inject
    private People people;

    /** For new appointments of a client. */
    List<PlannedTime> fresh(
            TherapistSummary me, CaseId client, SessionType type, List<LocalDateTime> walls, Instant now) {
        return planner(me, Optional.of(client), type, walls, Set.of(), now).plan(walls, now);
    }

    /** For some that move, in the order of the times: none is in the way of another of them. */
    List<PlannedTime> moved(TherapistSummary me, List<Appointment> moving, List<LocalDateTime> walls, Instant now) {
        Appointment first = moving.get(0);
        Set<UUID> leaving = moving.stream().map(Appointment::id).collect(Collectors.toSet());
        return planner(me, timetable.client(first), timetable.type(first.typeId()), walls, leaving, now)
                .plan(walls, now);
    }

    private Planner planner(
            TherapistSummary me,
            Optional<CaseId> client,
            SessionType type,
            List<LocalDateTime> walls,
            Set<UUID> leaving,
            Instant now) {
        Span about = about(walls, me.zone());
        List<Commitments.Session> diary = timetable.in(me.id(), about).stream()
                .filter(each -> each.isLive(now))
                .filter(each -> !leaving.contains(each.id()))
                .map(Appointment::session)
                .toList();
        List<Span> own = client.map(timetable::of).orElse(List.of()).stream()
                .filter(each -> each.isLive(now))
                .filter(each -> !leaving.contains(each.id()))
                .map(Appointment::during)
                .toList();
        return new Planner(
                type.terms(),
                timetable.openings(me, about),
                new Commitments(diary, own),
                client.flatMap(people::zoneOf).filter(zone -> !zone.equals(me.zone())));
    }

    private static Span about(List<LocalDateTime> walls, ZoneId zone) {
        List<Instant> starts = walls.stream()
                .map(wall -> WallTime.opening(wall, zone))
                .sorted(Comparator.naturalOrder())
                .toList();
        return new Span(
                starts.get(0).minus(A_DAY), starts.get(starts.size() - 1).plus(A_DAY));
    }
}
