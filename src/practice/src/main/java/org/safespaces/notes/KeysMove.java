package org.safespaces.notes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.safespaces.keys.CaseKeys;
import org.safespaces.keys.EpochBegun;
import org.safespaces.people.CaseId;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.ItemAddress;
import org.safespaces.vault.Rewrapping;
import org.safespaces.vault.SealedText;
import org.safespaces.vault.Vault;
import org.safespaces.vault.WrappedKey;

/** When a case gets new keys, the key of each item in its file moves under them; what was written stays as it is. */
@ApplicationScoped
class KeysMove {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private PendingChecks pending;

    @Inject
    private StoredDrafts drafts;

    @Inject
    private PendingMessages messages;

    @Inject
    private Vault vault;

    void follow(@Observes EpochBegun begun) {
        for (Compartment compartment : Compartment.values()) {
            move(begun, compartment);
        }
        drafts.move(begun.caseId(), begun.why());
        pending.moveIn(begun.caseId(), begun.why());
        messages.moveIn(begun.caseId(), begun.why());
    }

    private void move(EpochBegun begun, Compartment compartment) {
        List<Object[]> rows = keysOf(begun.caseId(), compartment);
        if (rows.isEmpty()) {
            return;
        }
        Rewrapping moving = vault.rewrapping(CaseKeys.part(begun.caseId(), compartment), begun.why());
        for (Object[] row : rows) {
            ItemAddress at = new ItemAddress(
                    CaseKeys.part(begun.caseId(), compartment), (UUID) row[1], (Integer) row[2], (Integer) row[3]);
            store((UUID) row[0], moving.move(new WrappedKey((UUID) row[4], (SealedText) row[5], (Integer) row[6]), at));
        }
    }

    /** The keys alone: texts may be long, and none is needed. */
    private List<Object[]> keysOf(CaseId caseId, Compartment compartment) {
        return entities.createQuery(
                        "select i.id, i.itemId, i.version, i.fieldId, i.dekId, i.dekWrapped, i.epoch from CaseItem i"
                                + " where i.caseId = :case and i.compartment = :part",
                        Object[].class)
                .setParameter("case", caseId.value())
                .setParameter("part", (short) compartment.code())
                .getResultList();
    }

    /** These two columns and no others: the database lets the application change nothing else of an item. */
    private void store(UUID id, WrappedKey moved) {
        entities.createQuery("update CaseItem i set i.dekWrapped = :wrapped, i.epoch = :epoch where i.id = :id")
                .setParameter("wrapped", moved.wrapped())
                .setParameter("epoch", moved.epoch())
                .setParameter("id", id)
                .executeUpdate();
    }
}
