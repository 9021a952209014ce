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
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /**
     * Records an act in the act's own transaction: both stand, or neither.
     *
     * @return the line's number
     */
    @TransactionAttribute(MANDATORY)
    public long record(Actor actor, AuditAction action, String objectType, UUID objectRef) {
        return write(actor, action, objectType, objectRef, false);
    }

    /**
     * Records that a part of a record has grown, and what its head is now. The log then knows what the record's own tables could
     * be made to forget together.
     *
     * @param part which part of the case's record
     */
    @TransactionAttribute(MANDATORY)
    @RolesAllowed("therapist")
    public void recordGrowth(Actor actor, String part, UUID caseId, LoggedHead head) {
        entities.persist(new AuditEntry(clock.instant(), actor, AuditAction.RECORD_GREW, part, caseId, head));
    }

    /** The heads that a part of a record has had, the oldest first; empty when the log knows of no growth. */
    @RolesAllowed("therapist")
    public List<LoggedHead> heads(String part, UUID caseId) {
        return entities.createQuery(
                        "select e from AuditEntry e where e.objectRef = :case and e.action = :grew"
                                + " and e.objectType = :part order by e.seq",
                        AuditEntry.class)
                .setParameter("case", caseId)
                .setParameter("grew", AuditAction.RECORD_GREW)
                .setParameter("part", part)
                .getResultStream()
                .map(AuditEntry::head)
                .toList();
    }

    /** Records an act that gives something a new version: from then on the log knows that this version existed. */
    @RolesAllowed("therapist")
    @TransactionAttribute(MANDATORY)
    public void recordVersion(Actor actor, AuditAction action, String objectType, UUID objectRef, LoggedHead version) {
        entities.persist(new AuditEntry(clock.instant(), actor, action, objectType, objectRef, version));
    }

    /** The highest version of something that was ever recorded; empty when none was. */
    public Optional<LoggedHead> newestVersion(AuditAction action, UUID objectRef) {
        return entities.createQuery(
                        "select e from AuditEntry e where e.objectRef = :object and e.action = :action"
                                + " and e.headItems is not null order by e.headItems desc, e.seq desc",
                        AuditEntry.class)
                .setParameter("object", objectRef)
                .setParameter("action", action)
                .setMaxResults(1)
                .getResultStream()
                .map(AuditEntry::head)
                .findFirst();
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

    /** The same, of what is about to be read many at once: with how many. */
    @TransactionAttribute(REQUIRES_NEW)
    @RolesAllowed("therapist")
    public long recordManyFirst(Actor actor, AuditAction action, String objectType, UUID objectRef, int amount) {
        return write(new AuditEntry(clock.instant(), actor, action, objectType, objectRef, amount));
    }

    /** Records a refusal, in a transaction of its own: the refusal's exception would roll it back. */
    @TransactionAttribute(REQUIRES_NEW)
    public long recordRefusal(Actor actor, AuditAction action, String objectType, UUID objectRef) {
        return write(actor, action, objectType, objectRef, true);
    }

    private long write(Actor actor, AuditAction action, String objectType, UUID objectRef, boolean refused) {
        return write(new AuditEntry(clock.instant(), actor, action, objectType, objectRef, refused));
    }

    private long write(AuditEntry entry) {
        entities.persist(entry);
        entities.flush();
        return entry.sequence();
    }

    /** What was recorded of one kind since then, the newest first. */
    @RolesAllowed("therapist")
    public List<AuditLine> since(AuditAction action, Instant then) {
        return entities.createQuery(
                        "select e from AuditEntry e where e.action = :action and e.at >= :then order by e.seq desc",
                        AuditEntry.class)
                .setParameter("action", action)
                .setParameter("then", then)
                .getResultStream()
                .map(AuditEntry::line)
                .toList();
    }

    /**
     * Who has opened any of these things, the newest first. Whether the caller may know is asked before.
     *
     * @param objects a case and its items
     */
    @RolesAllowed("client")
    public List<Opening> openings(Collection<UUID> objects, Set<AuditAction> actions, int most) {
        return entities.createQuery(
                        "select e from AuditEntry e where e.objectRef in :objects and e.action in :actions"
                                + " and e.outcome = 'DONE' and e.actorRole = 'therapist' order by e.seq desc",
                        AuditEntry.class)
                .setParameter("objects", objects)
                .setParameter("actions", actions)
                .setMaxResults(most)
                .getResultStream()
                .map(AuditEntry::line)
                .map(line -> new Opening(line.at(), line.actor(), line.action()))
                .toList();
    }
}
