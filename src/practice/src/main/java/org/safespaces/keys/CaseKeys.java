package org.safespaces.keys;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.safespaces.people.CaseId;
import org.safespaces.people.Ids;
import org.safespaces.vault.CaseHead;
import org.safespaces.vault.CasePart;
import org.safespaces.vault.CodeKeys;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.EpochDraft;
import org.safespaces.vault.Grant;
import org.safespaces.vault.ItemAddress;
import org.safespaces.vault.SealedItem;
import org.safespaces.vault.Vault;

/** Keys of cases: makes them, gives them on, and keeps the head over all that was written. */
@Stateless
@RolesAllowed("therapist")
@TransactionAttribute(MANDATORY)
public class CaseKeys {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Vault vault;

    /** A compartment of a case of this practice. */
    public static CasePart part(CaseId caseId, Compartment compartment) {
        return new CasePart(ServerSecrets.tenant(), caseId.value(), compartment);
    }

    /** Makes the keys of a new case, each compartment its own, held by the caller. */
    public void make(CaseId caseId) {
        for (Compartment compartment : Compartment.values()) {
            EpochDraft draft = vault.openCase(part(caseId, compartment));
            entities.persist(new StoredEpoch(Ids.fresh(), draft.epoch()));
            draft.grants().forEach(this::keep);
        }
        entities.flush();
    }

    /** Lets whoever holds a code read what is written to her: compartment M, and nothing else. */
    public void grantToCode(CaseId caseId, CodeKeys code) {
        keep(vault.grantToCode(part(caseId, Compartment.MESSAGES), code));
    }

    private void keep(Grant grant) {
        entities.persist(new CaseGrant(Ids.fresh(), grant));
    }

    /** Adds a sealed item to the head of its compartment; holds the head's row until the transaction ends. */
    public void advance(ItemAddress at, SealedItem added) {
        Optional<StoredHead> stored = entities.createQuery(
                        "select h from StoredHead h where h.caseId = :case and h.compartment = :part", StoredHead.class)
                .setParameter("case", at.part().caseId())
                .setParameter("part", (short) at.part().compartment().code())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
        CaseHead next = vault.advance(stored.map(row -> row.head(at.part())).orElse(null), at, added);
        stored.ifPresentOrElse(row -> row.advanceTo(next), () -> entities.persist(new StoredHead(Ids.fresh(), next)));
        entities.flush();
    }
}
