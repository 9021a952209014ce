package org.safespaces.scheduling;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.people.Caller;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.People;
import org.safespaces.people.TherapistId;

/**
 * One try at changing when the caller is open, in one transaction that has her diary to itself; {@link OwnHours} stands
 * outside of it and tries again. Nothing here moves an appointment.
 */
@Stateless
@RolesAllowed("therapist")
public class HoursChanges {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Timetable timetable;

    @Inject
    private Caller caller;

    @Inject
    private People people;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** See {@link OwnHours#openOn}. */
    public void replaceWeek(List<OpenHours> week, LocalDate first, LocalDate last) {
        change(therapist -> {
            HoursDoNotFit.check(week);
            HoursDoNotFit.check(first, last, today(therapist));
            List<StandingHours> after = StandingHours.changed(timetable.week(therapist), week, first, last);
            entities.createQuery("delete from StoredHours h where h.therapistId = :therapist")
                    .setParameter("therapist", therapist.value())
                    .executeUpdate();
            after.forEach(hours -> entities.persist(new StoredHours(Ids.fresh(), therapist, hours)));
        });
    }

    /** See {@link OwnHours#openDifferently}. */
    public void replaceDay(ExceptionDay day) {
        change(therapist -> {
            HoursDoNotFit.check(day.hours());
            HoursDoNotFit.check(day.date(), day.date(), today(therapist));
            if (day.hours().size() > ExceptionDay.MOST_HOURS) {
                throw new HoursDoNotFit(ExceptionDay.MOST_HOURS, HoursDoNotFit.Reason.TOO_MANY);
            }
            forget(therapist, day.date());
            entities.persist(new StoredException(Ids.fresh(), therapist, day));
            timetable.askAgain(therapist, whole(day.date(), therapist));
        });
    }

    /** See {@link OwnHours#openAsUsual}. */
    public void dropDay(LocalDate date) {
        change(therapist -> forget(therapist, date));
    }

    private void forget(TherapistId therapist, LocalDate date) {
        entities.createQuery("delete from StoredException e where e.therapistId = :therapist and e.onDate = :date")
                .setParameter("therapist", therapist.value())
                .setParameter("date", date)
                .executeUpdate();
    }

    /** See {@link OwnHours#takeOff}. */
    public void takeOff(TimeOff off) {
        change(therapist -> {
            HoursDoNotFit.check(off.span(), clock.instant());
            entities.persist(new StoredTimeOff(therapist, off));
            timetable.askAgain(therapist, off.span());
        });
    }

    /** See {@link OwnHours#dropTimeOff}. */
    public void dropTimeOff(UUID id) {
        change(therapist -> entities.createQuery(
                        "delete from StoredTimeOff o where o.therapistId = :therapist and o.id = :id")
                .setParameter("therapist", therapist.value())
                .setParameter("id", id)
                .executeUpdate());
    }

    /** See {@link OwnHours#divide}. */
    public void divide(StartTimes times) {
        change(therapist -> {
            if (!times.isPossible()) {
                throw new HoursDoNotFit(0, HoursDoNotFit.Reason.TOO_MANY);
            }
            timetable.diary(therapist).orElseThrow().divide(times);
        });
    }

    /** See {@link OwnHours#keep}. */
    public void keep(UUID appointment) {
        change(therapist -> {
            Appointment kept = timetable.mine(therapist, appointment).orElseThrow(NoSuchPerson::new);
            timetable.keep(kept.id(), kept.during().from());
        });
    }

    private void change(Consumer<TherapistId> change) {
        Collisions.named(() -> {
            TherapistId therapist = caller.therapist().orElseThrow(NoSuchPerson::new);
            timetable.lock(therapist);
            change.accept(therapist);
            entities.flush();
            audit.record(caller.actor(), AuditAction.AVAILABILITY_CHANGED, "diary", therapist.value());
            return null;
        });
    }

    private Span whole(LocalDate date, TherapistId therapist) {
        ZoneId zone = people.therapist(therapist).zone();
        return new Span(
                WallTime.opening(date.atStartOfDay(), zone),
                WallTime.closing(date.plusDays(1).atStartOfDay(), zone));
    }

    private LocalDate today(TherapistId therapist) {
        Instant now = clock.instant();
        return LocalDate.ofInstant(now, people.therapist(therapist).zone());
    }
}
