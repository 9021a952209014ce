package org.safespaces.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.safespaces.audit.Actor;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.people.CaseErased;
import org.safespaces.people.CaseId;

/**
 * Appointments of an erased case. Those ahead are given back; of the others the therapist's time stays, and whose it was
 * goes.
 */
@ApplicationScoped
class EndOfAppointments {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Timetable timetable;

    @Inject
    private RoomNames rooms;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    void forget(@Observes CaseErased erased) {
        Instant now = clock.instant();
        for (Appointment appointment : locked(erased.caseId())) {
            if (appointment.status().isLive() && appointment.during().from().isAfter(now)) {
                appointment.cancelByServer(now);
                audit.record(Actor.SERVER, AuditAction.APPOINTMENT_CANCELLED, "appointment", appointment.id());
            }
            appointment.forgetClient();
            rooms.forget(appointment.id());
        }
        entities.createQuery("delete from BookingRequest r where r.accountTag = :account")
                .setParameter("account", timetable.account(erased.caseId()))
                .executeUpdate();
        entities.flush();
    }

    private List<Appointment> locked(CaseId client) {
        timetable.lock(timetable.of(client).stream().map(Appointment::therapist));
        List<Appointment> all = timetable.of(client);
        all.forEach(entities::refresh);
        return all;
    }
}
