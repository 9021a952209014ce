package org.safespaces.notes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;
import org.safespaces.people.CaseId;
import org.safespaces.people.NoSuchPerson;

/**
 * Ids that a page has drawn for something new. Each names one item, in whichever case and of whichever kind, so what comes back under
 * somebody else's was drawn by no page of ours. Asks for nobody's permission.
 */
@ApplicationScoped
class ItemIds {
    /** Beside the queue for the case itself, which sharers pass together. */
    private static final long ITEMS = 0x6974656d73L;

    @PersistenceContext
    private EntityManager entities;

    /**
     * One at a time from here on, of all who write versions of what stands in the record of a case, or drafts of it: two that are posted
     * at the same moment would both find nothing under their id, or both be the next version.
     */
    void queue(CaseId caseId) {
        long name = caseId.value().getMostSignificantBits() ^ caseId.value().getLeastSignificantBits() ^ ITEMS;
        entities.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(?1)")
                .setParameter(1, name)
                .getSingleResult();
    }

    /** Whether an item lies under it, whoever's it is. */
    boolean isTaken(UUID id) {
        return !entities.createQuery("select i.id from CaseItem i where i.itemId = :item", UUID.class)
                .setParameter("item", id)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Before something new is kept under it; throws {@link NoSuchPerson} where it is taken. */
    void demandFree(UUID id) {
        if (isTaken(id)) {
            throw new NoSuchPerson();
        }
    }
}
