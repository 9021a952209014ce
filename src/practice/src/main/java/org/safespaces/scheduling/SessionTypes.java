package org.safespaces.scheduling;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.people.Caller;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;

/**
 * The kinds of session of the practice. One that is changed or withdrawn changes nothing that was booked, held or promised; none is
 * ever deleted.
 */
@Stateless
@RolesAllowed("admin")
public class SessionTypes {
    private static final String OBJECT = "session type";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    /** All there are, those that are offered first, by name. */
    public List<SessionTypeSummary> all() {
        return entities.createQuery(
                        "select t from SessionType t order by t.offered desc, lower(t.name), t.id", SessionType.class)
                .getResultStream()
                .map(SessionType::summary)
                .toList();
    }

    /** A new one, offered from now on; throws {@link TermsDoNotFit}. */
    public UUID make(SessionTypeTerms terms) {
        check(terms, Optional.empty());
        SessionType made = new SessionType(Ids.fresh(), terms);
        entities.persist(made);
        entities.flush();
        record(AuditAction.SESSION_TYPE_MADE, made.id());
        return made.id();
    }

    /**
     * From now on it goes by these terms.
     *
     * @param version as it was seen; throws {@link TermsChanged} when it has another by now
     * @throws TermsDoNotFit for terms that cannot stand; {@link NoSuchPerson} for a kind that is none
     */
    public void change(UUID id, int version, SessionTypeTerms terms) {
        SessionType type = held(id);
        if (type.summary().version() != version) {
            throw new TermsChanged();
        }
        check(terms, Optional.of(type).filter(SessionType::isOffered));
        type.goBy(terms);
        entities.flush();
        record(AuditAction.SESSION_TYPE_CHANGED, id);
    }

    /** Nobody can book it any more. Doing so again is fine. */
    public void withdraw(UUID id) {
        SessionType type = held(id);
        if (type.isOffered()) {
            type.offer(false);
            entities.flush();
            record(AuditAction.SESSION_TYPE_WITHDRAWN, id);
        }
    }

    /** It can be booked again. Doing so again is fine; throws {@link TermsDoNotFit} when another has its name by now. */
    public void offer(UUID id) {
        SessionType type = held(id);
        if (!type.isOffered()) {
            check(type.summary().terms(), Optional.empty());
            type.offer(true);
            entities.flush();
            record(AuditAction.SESSION_TYPE_OFFERED, id);
        }
    }

    private SessionType held(UUID id) {
        return Optional.ofNullable(entities.find(SessionType.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(NoSuchPerson::new);
    }

    /** @param itself the one that may have this name, if it has it already */
    private void check(SessionTypeTerms terms, Optional<SessionType> itself) {
        // One at a time: two new ones of one name would both find it free.
        entities.createNativeQuery("SELECT pg_advisory_xact_lock(hashtext('session_type'))")
                .getSingleResult();
        Set<TermsDoNotFit.Part> wrong = terms.wrong();
        boolean taken = all().stream()
                .filter(SessionTypeSummary::offered)
                .filter(other ->
                        itself.map(SessionType::id).filter(other.id()::equals).isEmpty())
                .anyMatch(other ->
                        other.terms().name().equalsIgnoreCase(terms.name().strip()));
        if (taken) {
            wrong.add(TermsDoNotFit.Part.NAME_TAKEN);
        }
        if (!wrong.isEmpty()) {
            throw new TermsDoNotFit(wrong);
        }
    }

    private void record(AuditAction action, UUID id) {
        audit.record(caller.actor(), action, OBJECT, id);
    }
}
