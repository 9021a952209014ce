package org.safespaces.people;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;

/** Which records rest. Whose a record is is asked elsewhere, before. */
@Stateless
@RolesAllowed("therapist")
public class Restrictions {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** Each time it rested, the newest first. */
    public List<Restriction> of(CaseId caseId) {
        return entities.createQuery(
                        "select r from StoredRestriction r where r.caseId = :case order by r.setOn desc, r.version, r.id",
                        StoredRestriction.class)
                .setParameter("case", caseId.value())
                .getResultStream()
                .map(StoredRestriction::summary)
                .toList();
    }

    /** Does it rest now? Asked by the post as well, which has no caller. */
    @PermitAll
    public boolean rests(CaseId caseId) {
        return standing(caseId).isPresent();
    }

    /** Before anything is written in it; throws {@link RecordRests}. */
    public void demandNone(CaseId caseId) {
        if (standing(caseId).isPresent()) {
            throw new RecordRests();
        }
    }

    /** From here on it rests; one that does already goes on resting for its own reason. */
    public void set(CaseId caseId, Restriction.Reason reason) {
        if (standing(caseId).isEmpty()) {
            entities.persist(new StoredRestriction(caseId, reason, me(), LocalDate.now(clock)));
            entities.flush();
            audit.record(caller.actor(), AuditAction.RECORD_RESTRICTED, "case", caseId.value());
        }
    }

    /** It goes on, if it rests. */
    public void lift(CaseId caseId, Restriction.Lifted why) {
        standing(caseId).ifPresent(stored -> {
            stored.lift(why, me(), LocalDate.now(clock));
            audit.record(caller.actor(), AuditAction.RESTRICTION_LIFTED, "case", caseId.value());
        });
    }

    private TherapistId me() {
        return caller.therapist().orElseThrow(NoSuchPerson::new);
    }

    private Optional<StoredRestriction> standing(CaseId caseId) {
        return entities.createQuery(
                        "select r from StoredRestriction r where r.caseId = :case and r.liftedOn is null",
                        StoredRestriction.class)
                .setParameter("case", caseId.value())
                .getResultStream()
                .findFirst();
    }
}
