package org.safespaces.scheduling;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.people.Caller;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.TherapistId;
import org.safespaces.scheduling.AppointmentChanged.By;
import org.safespaces.scheduling.AppointmentChanged.Kind;

/** One try at answering a request, in one transaction; {@link Requests} stands outside of it and tries again. */
@Stateless
@RolesAllowed("therapist")
public class RequestAnswers {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Timetable timetable;

    @Inject
    private AppointmentNews news;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** See {@link Requests#approve}. */
    public DiaryEntry approve(UUID id) {
        return Collisions.named(() -> {
            Appointment asked = locked(id);
            if (asked.status() != AppointmentStatus.CONFIRMED) {
                asked.approve();
                told(asked, AuditAction.APPOINTMENT_APPROVED, Kind.APPROVED);
            }
            return timetable.forTherapist(asked);
        });
    }

    /** See {@link Requests#decline}. */
    public DiaryEntry decline(UUID id) {
        return Collisions.named(() -> {
            Appointment asked = locked(id);
            if (asked.cancelledBy().filter(By.THERAPIST::equals).isEmpty()
                    || asked.status() != AppointmentStatus.EXPIRED) {
                asked.decline(clock.instant());
                told(asked, AuditAction.APPOINTMENT_DECLINED, Kind.DECLINED);
            }
            return timetable.forTherapist(asked);
        });
    }

    private Appointment locked(UUID id) {
        TherapistId me = caller.therapist().orElseThrow(NoSuchPerson::new);
        Appointment asked = Optional.ofNullable(entities.find(Appointment.class, id))
                .filter(appointment -> appointment.therapist().equals(me))
                .orElseThrow(() -> refused(id));
        timetable.lock(me);
        entities.refresh(asked);
        return asked;
    }

    private NoSuchPerson refused(UUID id) {
        audit.recordRefusal(caller.actor(), AuditAction.ACCESS_REFUSED, "appointment", id);
        return new NoSuchPerson();
    }

    private void told(Appointment asked, AuditAction action, Kind kind) {
        entities.flush();
        audit.record(caller.actor(), action, "appointment", asked.id());
        news.tell(asked, kind, By.THERAPIST);
    }
}
