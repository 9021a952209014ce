package org.safespaces.scheduling;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.safespaces.audit.Actor;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.people.TherapistId;
import org.safespaces.scheduling.AppointmentChanged.By;
import org.safespaces.scheduling.AppointmentChanged.Kind;

/** Ends, one diary at a time, what nobody confirmed or answered in time; nothing else. */
@Stateless
@PermitAll
public class Expiry {
    private static final Duration LONGEST_NOTICE = Duration.ofHours(336);
    private static final Duration A_DAY = Duration.ofDays(1);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Timetable timetable;

    @Inject
    private AppointmentNews news;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** Whose diaries have something in them that is over. */
    public Set<TherapistId> due() {
        Instant now = clock.instant();
        return entities.createQuery(
                        "select a from Appointment a where (a.status = :held and a.holdUntil <= :now)"
                                + " or (a.status = :requested and a.startsAt <= :soon)",
                        Appointment.class)
                .setParameter("held", AppointmentStatus.HELD)
                .setParameter("requested", AppointmentStatus.REQUESTED)
                .setParameter("now", now)
                .setParameter("soon", now.plus(LONGEST_NOTICE))
                .getResultStream()
                .filter(appointment -> appointment.isStale(now) || isUnanswered(appointment, now))
                .map(Appointment::therapist)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Ends it in one diary. */
    public void expire(TherapistId therapist) {
        timetable.lock(therapist);
        Instant now = clock.instant();
        entities.createQuery(
                        "select a from Appointment a where a.therapistId = :therapist and a.status = :requested",
                        Appointment.class)
                .setParameter("therapist", therapist.value())
                .setParameter("requested", AppointmentStatus.REQUESTED)
                .getResultStream()
                .filter(appointment -> isUnanswered(appointment, now))
                .toList()
                .forEach(this::expire);
    }

    private void expire(Appointment request) {
        request.expire();
        entities.flush();
        audit.record(Actor.SERVER, AuditAction.APPOINTMENT_EXPIRED, "appointment", request.id());
        news.tell(request, Kind.DECLINED, By.SERVER);
    }

    /** Asked for, and the time in which nothing is booked any more has begun. */
    private boolean isUnanswered(Appointment appointment, Instant now) {
        Duration notice = timetable.type(appointment.typeId()).terms().notice();
        return appointment.status() == AppointmentStatus.REQUESTED
                && !appointment.during().from().minus(notice).isAfter(now);
    }

    /** What was only held, and came to nothing, is forgotten a day later. */
    public void forgetHolds() {
        entities.createQuery("delete from Appointment a where a.status = :expired and a.requestedAt is null"
                        + " and a.madeAt < :yesterday")
                .setParameter("expired", AppointmentStatus.EXPIRED)
                .setParameter("yesterday", clock.instant().minus(A_DAY))
                .executeUpdate();
    }
}
