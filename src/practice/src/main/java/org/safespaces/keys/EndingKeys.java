package org.safespaces.keys;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;
import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.safespaces.audit.Actor;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.vault.EkId;

/**
 * Ends the use of an erasure key across two databases that share no transaction. That it has ended is written in the
 * transaction of the act; the key is destroyed once that is committed, and by a round if nobody came so far. Destroying
 * twice is the same as once.
 */
@Stateless
@PermitAll
public class EndingKeys {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ErasureKeyStore erasureKeys;

    @Inject
    private Tombstones tombstones;

    @Inject
    private AuditTrail audit;

    @Inject
    private Event<KeyEnded> ended;

    @Inject
    private Clock clock;

    /** From the commit of this transaction on nothing needs this key: it is destroyed then. Rolled back, it stays. */
    @TransactionAttribute(MANDATORY)
    public void end(EkId key) {
        if (entities.find(EndingKey.class, key.value()) == null) {
            entities.persist(new EndingKey(key, LocalDate.now(clock)));
        }
        ended.fire(new KeyEnded(key));
    }

    /** What has ended, as far as it is committed, and is not destroyed yet. */
    public List<EkId> left() {
        return entities.createQuery("select k from EndingKey k order by k.since", EndingKey.class)
                .getResultStream()
                .map(EndingKey::key)
                .toList();
    }

    /** Destroys one that has ended. Throws {@link KeystoreUnavailable}; then it is still left. */
    @TransactionAttribute(REQUIRES_NEW)
    public void destroy(EkId key) {
        if (entities.find(EndingKey.class, key.value()) != null) {
            bury(key);
            // as a query: of two who destroy the same key, the second finds no row and is done
            entities.createQuery("delete from EndingKey k where k.ekId = :key")
                    .setParameter("key", key.value())
                    .executeUpdate();
        }
    }

    /** Destroys one that was claimed and never used. */
    @TransactionAttribute(REQUIRES_NEW)
    public void destroyUnused(EkId key) {
        bury(key);
    }

    private void bury(EkId key) {
        erasureKeys.destroy(key);
        String tombstone = Tombstones.of(key);
        tombstones.keep(tombstone);
        audit.record(Actor.SERVER, AuditAction.KEY_DESTROYED, "tombstone", Tombstones.reference(tombstone));
    }
}
