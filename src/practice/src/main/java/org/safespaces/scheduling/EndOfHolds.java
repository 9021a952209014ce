package org.safespaces.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import org.safespaces.people.TherapistId;
import org.safespaces.scheduling.AppointmentChanged.By;
import org.safespaces.scheduling.AppointmentChanged.Kind;

/** Ends holds: those that have lasted their time, and those given up for another. The diary they stand in is locked already. */
@ApplicationScoped
class EndOfHolds {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AppointmentNews news;

    @Inject
    private Clock clock;

    /** Ends what was held too long in one diary, so that the database does not count it any more either. */
    void endStale(TherapistId therapist) {
        end(
                entities.createQuery(
                                "select a from Appointment a where a.therapistId = :therapist and a.status = :held"
                                        + " and a.holdUntil <= :now",
                                Appointment.class)
                        .setParameter("therapist", therapist.value())
                        .setParameter("held", AppointmentStatus.HELD)
                        .setParameter("now", clock.instant())
                        .getResultList(),
                By.SERVER);
    }

    void end(List<Appointment> holds, By by) {
        holds.forEach(Appointment::expire);
        // Before anything new: the database would compare it with holds that have ended.
        entities.flush();
        holds.forEach(hold -> news.tell(hold, Kind.HELD_ENDED, by));
    }
}
