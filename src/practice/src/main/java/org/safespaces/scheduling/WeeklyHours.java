package org.safespaces.scheduling;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.people.Caller;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.TherapistId;

/** One try at changing a week's hours, in one transaction; {@link Diary} stands outside of it and tries again. */
@Stateless
@RolesAllowed("therapist")
public class WeeklyHours {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Timetable timetable;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    /** See {@link Diary#openOn}. */
    public List<OpenHours> replace(List<OpenHours> week) {
        return Collisions.named(() -> {
            TherapistId therapist = caller.therapist().orElseThrow(NoSuchPerson::new);
            HoursDoNotFit.check(week);
            timetable.lock(therapist);
            entities.createQuery("delete from StoredHours h where h.therapistId = :therapist")
                    .setParameter("therapist", therapist.value())
                    .executeUpdate();
            week.forEach(hours -> entities.persist(new StoredHours(Ids.fresh(), therapist, hours)));
            entities.flush();
            audit.record(caller.actor(), AuditAction.AVAILABILITY_CHANGED, "diary", therapist.value());
            return timetable.week(therapist);
        });
    }
}
