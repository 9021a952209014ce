package org.safespaces.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.People;

/**
 * Holds: a record that a court, a complaint or an enquiry may still need is not erased. A therapist sets and lifts them in her
 * own caseload; an admin on what somebody has asked to erase, and on what is held already.
 */
@Stateless
@RolesAllowed({"therapist", "admin"})
public class Holds {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private CaseAccess access;

    @Inject
    private People people;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** The hold on a case of the caller's own. */
    @RolesAllowed("therapist")
    public Optional<HoldSummary> on(CaseId caseId) {
        access.owner(caseId);
        return find(caseId).map(this::summary);
    }

    /** Which cases of the caller's own have one. */
    @RolesAllowed("therapist")
    public Set<CaseId> mine() {
        return caller.therapist()
                .map(me -> entities.createQuery(
                                "select h.caseId from LegalHold h join Caseload l on l.caseId = h.caseId"
                                        + " where l.therapistId = :me",
                                UUID.class)
                        .setParameter("me", me.value())
                        .getResultStream()
                        .map(CaseId::new)
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    /** All that stand; designations and reasons only. */
    @RolesAllowed("admin")
    public List<HoldSummary> all() {
        return entities.createQuery("select h from LegalHold h order by h.setOn", LegalHold.class)
                .getResultStream()
                .map(this::summary)
                .toList();
    }

    /** Sets a hold on a case of the caller's own; one that stands stays as it is. */
    @RolesAllowed("therapist")
    public void set(CaseId caseId, HoldReason reason) {
        access.owner(caseId);
        keep(caseId, reason);
    }

    /** Lifts the hold on a case of the caller's own. */
    @RolesAllowed("therapist")
    public void lift(CaseId caseId) {
        access.owner(caseId);
        drop(caseId);
    }

    /** Sets a hold on what somebody has asked to erase. Throws {@link NoSuchPerson} for any other case. */
    @RolesAllowed("admin")
    public void setOnAsked(CaseId caseId, HoldReason reason) {
        people.share(caseId);
        if (entities.createQuery(
                        "select e.id from StoredErasure e where e.caseId = :case and e.state in :asked", UUID.class)
                .setParameter("case", caseId.value())
                .setParameter("asked", ErasureState.TO_COME)
                .getResultList()
                .isEmpty()) {
            throw new NoSuchPerson();
        }
        keep(caseId, reason);
    }

    /** Lifts any hold. */
    @RolesAllowed("admin")
    public void liftAny(CaseId caseId) {
        drop(caseId);
    }

    private void keep(CaseId caseId, HoldReason reason) {
        if (find(caseId).isEmpty()) {
            entities.persist(new LegalHold(caseId, reason, caller.actor(), LocalDate.now(clock)));
            audit.record(caller.actor(), AuditAction.HOLD_SET, "case", caseId.value());
        }
    }

    private void drop(CaseId caseId) {
        find(caseId).ifPresent(hold -> {
            entities.remove(hold);
            audit.record(caller.actor(), AuditAction.HOLD_LIFTED, "case", caseId.value());
        });
    }

    private Optional<LegalHold> find(CaseId caseId) {
        return Optional.ofNullable(entities.find(LegalHold.class, caseId.value()));
    }

    private HoldSummary summary(LegalHold hold) {
        return hold.summary(people.summary(hold.caseId()).designation());
    }
}
