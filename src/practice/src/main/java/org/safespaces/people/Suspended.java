package org.safespaces.people;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Sign-ins that are let in nowhere. Who may suspend whom is asked before. */
@Stateless
@RolesAllowed("admin")
@TransactionAttribute(MANDATORY)
public class Suspended {
    /** The name of the one queue for what could leave nobody who runs the practice. */
    private static final long QUEUE = 0x61646d696eL;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AccountTags tags;

    @Inject
    private People people;

    @Inject
    private Event<SuspensionsChanged> changed;

    @Inject
    private Clock clock;

    /** From the commit on this sign-in is refused, on this server at once and on any other within seconds. Asking twice is fine. */
    public void add(String subject) {
        UUID account = tags.reference(subject);
        if (entities.find(SuspendedAccount.class, account) == null) {
            entities.persist(new SuspendedAccount(account, people.therapistBehind(subject), clock.instant()));
            entities.flush();
        }
        changed.fire(new SuspensionsChanged());
    }

    /** Is this sign-in suspended here, whatever the identity server says of it? */
    public boolean has(String subject) {
        return entities.find(SuspendedAccount.class, tags.reference(subject)) != null;
    }

    /** She is let in again. */
    public void remove(String subject) {
        Optional.ofNullable(entities.find(SuspendedAccount.class, tags.reference(subject)))
                .ifPresent(entities::remove);
        entities.flush();
        changed.fire(new SuspensionsChanged());
    }

    /** One after the other: two admins who suspend each other at the same moment would both succeed. */
    public void queue() {
        entities.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(?1)")
                .setParameter(1, QUEUE)
                .getSingleResult();
    }
}
