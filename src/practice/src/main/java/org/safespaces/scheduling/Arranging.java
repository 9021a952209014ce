package org.safespaces.scheduling;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.safespaces.access.CaseAccess;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.People;
import org.safespaces.people.TherapistId;
import org.safespaces.people.TherapistSummary;
import org.safespaces.scheduling.AppointmentChanged.By;
import org.safespaces.scheduling.AppointmentChanged.Kind;

/**
 * One try at changing what stands in the caller's diary, in one transaction that has it to itself; {@link Diary} and {@link
 * Repeating} stand outside of it and try again. What concerns several appointments is done to all of them or to none.
 */
@Stateless
@RolesAllowed("therapist")
public class Arranging {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Timetable timetable;

    @Inject
    private Plans plans;

    @Inject
    private CaseAccess access;

    @Inject
    private Caller caller;

    @Inject
    private People people;

    @Inject
    private SealedReasons reasons;

    @Inject
    private AuditTrail audit;

    @Inject
    private AppointmentNews news;

    @Inject
    private Clock clock;

    /** See {@link Diary#attended}. */
    public void attended(UUID id) {
        change(id, AuditAction.APPOINTMENT_ATTENDED, Kind.ATTENDED, Appointment::attended);
    }

    /** See {@link Diary#missed}. */
    public void missed(UUID id) {
        change(id, AuditAction.APPOINTMENT_MISSED, Kind.MISSED, Appointment::missed);
    }

    private void change(UUID id, AuditAction action, Kind kind, BiConsumer<Appointment, Instant> verb) {
        named(() -> {
            Appointment own = locked(id);
            verb.accept(own, clock.instant());
            told(own, action, kind);
            return null;
        });
    }

    /** See {@link Diary#waive}. */
    public void waive(UUID id, WaiverReason why) {
        named(() -> {
            Appointment own = locked(id);
            own.waive(reasons.seal(why, id));
            entities.flush();
            audit.record(caller.actor(), AuditAction.CHARGE_WAIVED, "appointment", id);
            return null;
        });
    }

    /** See {@link Diary#cancel}. */
    public void cancel(UUID id, Part part) {
        named(() -> {
            Appointment own = locked(id);
            Instant now = clock.instant();
            for (Appointment each : part(own, part, now)) {
                if (each.cancelByTherapist(now)) {
                    told(each, AuditAction.APPOINTMENT_CANCELLED, Kind.CANCELLED);
                }
            }
            return null;
        });
    }

    /** See {@link Diary#move}. */
    public void move(UUID id, LocalDateTime wall, boolean outside) {
        named(() -> {
            Appointment own = locked(id);
            Instant now = clock.instant();
            checkAhead(own, now);
            PlannedTime planned =
                    plans.moved(me(), List.of(own), List.of(wall), now).get(0);
            check(planned, outside);
            move(own, planned);
            own.series().ifPresent(series -> own.changeByHand());
            entities.flush();
            return null;
        });
    }

    /** See {@link Repeating#move}. */
    public void moveAll(List<UUID> ids, List<LocalDateTime> walls, Part part) {
        named(() -> {
            List<Appointment> own = ids.stream().map(this::locked).toList();
            Instant now = clock.instant();
            own.forEach(each -> checkAhead(each, now));
            if (own.stream().map(Appointment::series).distinct().count() != 1
                    || own.stream().anyMatch(Appointment::isChangedByHand)) {
                throw new NoSuchPerson();
            }
            List<PlannedTime> planned = plans.moved(me(), own, walls, now);
            if (!planned.stream().allMatch(PlannedTime::isPossible)) {
                throw new SeriesDoesNotFit(planned);
            }
            if (part == Part.FOLLOWING) {
                split(own, planned.get(0), now);
            }
            // One behind the other, or one would meet the next at the place it is about to leave.
            boolean later = planned.get(0).start().isAfter(own.get(0).during().from());
            for (int i = 0; i < own.size(); i++) {
                int nth = later ? own.size() - 1 - i : i;
                move(own.get(nth), planned.get(nth));
            }
            return null;
        });
    }

    private void split(List<Appointment> moved, PlannedTime first, Instant now) {
        StoredSeries old =
                entities.find(StoredSeries.class, moved.get(0).series().orElseThrow(NoSuchPerson::new));
        UUID fresh = Ids.fresh();
        entities.persist(old.split(fresh, me(), first.meant().toLocalTime(), now));
        entities.flush();
        moved.forEach(each -> each.joinSeries(fresh));
    }

    private void move(Appointment own, PlannedTime planned) {
        own.move(timetable.type(own.typeId()), planned.start(), planned.zone());
        entities.flush();
        keepIfOutside(own.id(), planned);
        told(own, AuditAction.APPOINTMENT_MOVED, Kind.MOVED);
    }

    /** See {@link Diary#bookFor}. */
    public UUID bookFor(CaseId client, UUID type, LocalDateTime wall, UUID key, boolean outside) {
        return named(() -> {
            TherapistSummary me = lockedFor(client);
            if (isMade(key)) {
                return key;
            }
            Instant now = clock.instant();
            SessionType kind = kind(type);
            PlannedTime planned =
                    plans.fresh(me, client, kind, List.of(wall), now).get(0);
            check(planned, outside);
            make(me, client, kind, planned, key, Optional.empty(), now);
            return key;
        });
    }

    /** See {@link Repeating#book}. */
    public void bookSeries(CaseId client, UUID type, Rhythm rhythm, List<LocalDateTime> walls, UUID key) {
        named(() -> {
            TherapistSummary me = lockedFor(client);
            if (entities.find(StoredSeries.class, key) != null) {
                return null;
            }
            Instant now = clock.instant();
            SessionType kind = kind(type);
            List<PlannedTime> planned = plans.fresh(me, client, kind, walls, now);
            if (!planned.stream().allMatch(PlannedTime::isPossible)) {
                throw new SeriesDoesNotFit(planned);
            }
            entities.persist(new StoredSeries(key, me, rhythm.everyWeeks(), rhythm.time(), now));
            entities.flush();
            for (PlannedTime each : planned) {
                make(me, client, kind, each, Ids.fresh(), Optional.of(key), now);
            }
            return null;
        });
    }

    private void make(
            TherapistSummary me,
            CaseId client,
            SessionType type,
            PlannedTime planned,
            UUID id,
            Optional<UUID> series,
            Instant now) {
        Appointment made = Appointment.made(id, me, timetable.mark(client, id), type, planned.start(), now);
        series.ifPresent(made::joinSeries);
        entities.persist(made);
        entities.flush();
        keepIfOutside(id, planned);
        told(made, AuditAction.APPOINTMENT_BOOKED, Kind.BOOKED);
    }

    private boolean isMade(UUID key) {
        return timetable.mine(me().id(), key).isPresent();
    }

    private SessionType kind(UUID type) {
        return Optional.ofNullable(timetable.type(type))
                .filter(SessionType::isOffered)
                .orElseThrow(NoSuchPerson::new);
    }

    private static void checkAhead(Appointment own, Instant now) {
        if (!own.during().from().isAfter(now)) {
            throw new AlreadyBegun();
        }
    }

    private static void check(PlannedTime planned, boolean outside) {
        if (!planned.isPossible() || planned.kind() == PlannedTime.Kind.OUTSIDE && !outside) {
            throw new TimeDoesNotFit(planned.kind());
        }
    }

    private void keepIfOutside(UUID id, PlannedTime planned) {
        if (planned.kind() == PlannedTime.Kind.OUTSIDE) {
            timetable.keep(id, planned.start());
        }
    }

    /** Those of its series that are meant; it alone when it is meant alone, or belongs to none. */
    private List<Appointment> part(Appointment own, Part part, Instant now) {
        if (part == Part.ONE) {
            return List.of(own);
        }
        List<Appointment> rest = new ArrayList<>(timetable.repeats(own, now));
        if (part == Part.FOLLOWING) {
            rest.removeIf(each -> each.during().from().isBefore(own.during().from()));
        }
        if (rest.stream().noneMatch(each -> each.id().equals(own.id()))) {
            rest.add(own);
        }
        rest.sort(Comparator.comparing(each -> each.during().from()));
        return rest;
    }

    /** The diary is hers alone from here on; and the case, the first of all, is still with her. */
    private TherapistSummary lockedFor(CaseId client) {
        TherapistId holder = access.holder(client);
        timetable.lock(holder);
        people.lockAccount(client);
        return people.therapist(holder);
    }

    private Appointment locked(UUID id) {
        TherapistSummary me = me();
        timetable.lock(me.id());
        return timetable.mine(me.id(), id).orElseThrow(() -> {
            audit.recordRefusal(caller.actor(), AuditAction.ACCESS_REFUSED, "appointment", id);
            return new NoSuchPerson();
        });
    }

    private TherapistSummary me() {
        return people.therapist(caller.therapist().orElseThrow(NoSuchPerson::new));
    }

    private void told(Appointment own, AuditAction action, Kind kind) {
        entities.flush();
        audit.record(caller.actor(), action, "appointment", own.id());
        news.tell(own, kind, By.THERAPIST);
    }

    private static <T> T named(Supplier<T> work) {
        return Collisions.named(work);
    }
}
