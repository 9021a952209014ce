package org.safespaces.audit;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;
import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Writes and shows the log. What cannot be recorded does not happen: each method throws when the line cannot be written,
 * and the caller's transaction, or its reading, ends there.
 */
@Stateless
@PermitAll
public class AuditTrail {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    /** Records an act in the act's own transaction: both stand, or neither. */
    @TransactionAttribute(MANDATORY)
    public void record(Actor actor, AuditAction action, String objectType, UUID objectRef) {
        entities.persist(new AuditEntry(clock.instant(), actor, action, objectType, objectRef, false));
    }

    /**
     * Records, in a transaction of its own that is committed on return, what is about to be read.
     *
     * @return the line's number
     */
    @TransactionAttribute(REQUIRES_NEW)
    public long recordFirst(Actor actor, AuditAction action, String objectType, UUID objectRef) {
        return write(actor, action, objectType, objectRef, false);
    }

    /** Records a refusal, in a transaction of its own: the refusal's exception would roll it back. */
    @TransactionAttribute(REQUIRES_NEW)
    public long recordRefusal(Actor actor, AuditAction action, String objectType, UUID objectRef) {
        return write(actor, action, objectType, objectRef, true);
    }

    private long write(Actor actor, AuditAction action, String objectType, UUID objectRef, boolean refused) {
        AuditEntry entry = new AuditEntry(clock.instant(), actor, action, objectType, objectRef, refused);
        entities.persist(entry);
        entities.flush();
        return entry.sequence();
    }

    /** The newest lines, newest first, at most {@code most} of them. */
    @RolesAllowed("admin")
    public List<AuditLine> newest(int most) {
        return entities.createQuery("select e from AuditEntry e order by e.seq desc", AuditEntry.class)
                .setMaxResults(most)
                .getResultStream()
                .map(AuditEntry::line)
                .toList();
    }
}
