package org.safespaces.access;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.safespaces.audit.Actor;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.keys.CaseEnding;
import org.safespaces.people.CaseErased;

/**
 * What follows once an erasure is decided: the keys first, then the rows. Each step may be done again; nothing here begins an
 * erasure, so nothing here asks who calls.
 */
@Stateless
@PermitAll
public class ErasureSteps {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private CaseEnding keys;

    @Inject
    private Event<CaseErased> erased;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** Erasures that are decided and not done. */
    public List<UUID> unfinished() {
        return entities.createQuery("select e.id from StoredErasure e where e.state = :erasing", UUID.class)
                .setParameter("erasing", ErasureState.ERASING)
                .getResultList();
    }

    /**
     * Goes on with a decided erasure until it is done. Throws {@link org.safespaces.keys.KeystoreUnavailable} while keys cannot
     * be destroyed; then the rows are still there, and still nobody's.
     */
    @TransactionAttribute(REQUIRES_NEW)
    public void finish(UUID id) {
        StoredErasure erasure = entities.find(StoredErasure.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (erasure == null || !erasure.isUnderWay()) {
            return;
        }
        keys.complete(erasure.caseId());
        erased.fire(new CaseErased(erasure.caseId()));
        erasure.done(LocalDate.now(clock));
        audit.record(
                Actor.SERVER, AuditAction.CASE_ERASED, "case", erasure.caseId().value());
    }
}
