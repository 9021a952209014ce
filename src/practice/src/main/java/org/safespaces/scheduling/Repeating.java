package org.safespaces.scheduling;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.safespaces.access.CaseAccess;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.People;
import org.safespaces.people.TherapistSummary;

/**
 * Appointments that repeat at the same time on the therapist's wall. First each date is shown with what is in its way; what
 * is then confirmed is booked, or moved, whole or not at all.
 */
@Stateless
@RolesAllowed("therapist")
public class Repeating {
    @Inject
    private Arranging arranging;

    @Inject
    private Plans plans;

    @Inject
    private Timetable timetable;

    @Inject
    private CaseAccess access;

    @Inject
    private Caller caller;

    @Inject
    private People people;

    @Inject
    private Clock clock;

    /** One of a series, and the time it is to move to. */
    public record Moved(UUID id, Instant from, PlannedTime to) {}

    /** Each date of a rhythm for a client; {@code NotYours} for a case that is not hers, {@link NoSuchPerson} for a rhythm there is not. */
    public List<PlannedTime> preview(CaseId client, UUID type, Rhythm rhythm) {
        if (!rhythm.isPossible()) {
            throw new NoSuchPerson();
        }
        return preview(client, type, rhythm.walls());
    }

    /** The same for times that were chosen one by one. */
    public List<PlannedTime> preview(CaseId client, UUID type, List<LocalDateTime> walls) {
        TherapistSummary me = people.therapist(access.holder(client));
        SessionType kind = Optional.ofNullable(timetable.type(type))
                .filter(SessionType::isOffered)
                .orElseThrow(NoSuchPerson::new);
        return plans.fresh(me, client, kind, walls, clock.instant());
    }

    /**
     * Books all of these times for a client, or none. Outside of her hours is meant: it was shown.
     *
     * @param walls at most {@link Rhythm#MOST}, in order, each once
     * @param key becomes the series' id: the same key again is the same act
     * @throws SeriesDoesNotFit with what is in the way now; {@link SlotTaken}; {@link DiaryBusy}
     */
    @TransactionAttribute(NOT_SUPPORTED)
    public void book(CaseId client, UUID type, Rhythm rhythm, List<LocalDateTime> walls, UUID key) {
        List<LocalDateTime> all = List.copyOf(walls);
        if (all.isEmpty() || all.size() > Rhythm.MOST || !rhythm.isPossible()) {
            throw new NoSuchPerson();
        }
        Collisions.repeated(() -> {
            arranging.bookSeries(client, type, rhythm, all, key);
            return null;
        });
    }

    /** Where a part of a series would go, if this one of hers moved to a time on her wall: as many days on, at that time of day. */
    public List<Moved> moving(UUID id, Part part, LocalDateTime wall) {
        TherapistSummary me = people.therapist(caller.therapist().orElseThrow(NoSuchPerson::new));
        Appointment own = timetable.mine(me.id(), id).orElseThrow(NoSuchPerson::new);
        Instant now = clock.instant();
        List<Appointment> moving = timetable.repeats(own, now).stream()
                .filter(each -> part == Part.ALL
                        || !each.during().from().isBefore(own.during().from()))
                .toList();
        if (moving.isEmpty()) {
            return List.of();
        }
        long days = ChronoUnit.DAYS.between(date(own, me.zone()), wall.toLocalDate());
        List<LocalDateTime> walls = moving.stream()
                .map(each -> date(each, me.zone()).plusDays(days).atTime(wall.toLocalTime()))
                .toList();
        List<PlannedTime> planned = plans.moved(me, moving, walls, now);
        return IntStream.range(0, moving.size())
                .mapToObj(nth ->
                        new Moved(moving.get(nth).id(), moving.get(nth).during().from(), planned.get(nth)))
                .toList();
    }

    private static LocalDate date(Appointment appointment, ZoneId zone) {
        return LocalDate.ofInstant(appointment.during().from(), zone);
    }

    /**
     * Moves all of these, or none.
     *
     * @param ids of one series, as {@link #moving} named them
     * @param walls where each of them goes
     * @throws SeriesDoesNotFit, {@link SlotTaken}, {@link DiaryBusy}; {@link NoSuchPerson} for one that is not in her diary
     */
    @TransactionAttribute(NOT_SUPPORTED)
    public void move(List<UUID> ids, List<LocalDateTime> walls, Part part) {
        if (ids.isEmpty() || ids.size() != walls.size() || ids.size() > Rhythm.MOST) {
            throw new NoSuchPerson();
        }
        Collisions.repeated(() -> {
            arranging.moveAll(List.copyOf(ids), List.copyOf(walls), part);
            return null;
        });
    }
}
