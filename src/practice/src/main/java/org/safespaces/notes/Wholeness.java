package org.safespaces.notes;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.keys.CaseKeys;
import org.safespaces.people.Caller;
import org.safespaces.vault.CasePart;
import org.safespaces.vault.HeadStep;
import org.safespaces.vault.ItemAddress;

/**
 * Asks whether a part of a case file is all that was ever written into it: every version, in its order, against the signed head and
 * the log. The hashes are taken from what is stored, by the database, so that no text has to travel for it; whichever item is opened
 * is verified by itself besides. Source: vault.md 5.5.
 */
@RequestScoped
class Wholeness {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private CaseKeys keys;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    /** Recorded, whatever becomes of the transaction, when it does not match. */
    boolean check(CasePart part) {
        boolean whole = keys.matches(part, () -> history(part));
        if (!whole) {
            audit.recordFirst(caller.actor(), AuditAction.RECORD_DOES_NOT_MATCH, "case", part.caseId());
        }
        return whole;
    }

    /** An item that does not open is recorded by itself. */
    void doubts(ItemAddress at) {
        audit.recordFirst(caller.actor(), AuditAction.RECORD_DOES_NOT_MATCH, "case item", at.itemId());
    }

    @SuppressWarnings("unchecked")
    private List<HeadStep> history(CasePart part) {
        List<Object[]> rows = entities.createNativeQuery("SELECT item_id, version, sha512(sealed) FROM case_item"
                        + " WHERE case_id = ?1 AND compartment = ?2 ORDER BY step")
                .setParameter(1, part.caseId())
                .setParameter(2, (short) part.compartment().code())
                .getResultList();
        return rows.stream()
                .map(row -> new HeadStep((UUID) row[0], (Integer) row[1], (byte[]) row[2]))
                .toList();
    }
}
