package org.safespaces.keys;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;
import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.safespaces.people.CaseId;
import org.safespaces.vault.EkId;

/** Destroys the erasure keys of a whole case: every compartment, every epoch. */
@Stateless
@RolesAllowed({"therapist", "admin"})
public class CaseEnding {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private EndingKeys ending;

    @Inject
    private ErasureKeyStore store;

    /**
     * Ends all keys of a case: they are destroyed as soon as this transaction is committed.
     *
     * @return the tombstones they leave, those of earlier epochs among them
     */
    @TransactionAttribute(MANDATORY)
    public List<String> begin(CaseId caseId) {
        List<EkId> keys = keys(caseId);
        keys.forEach(ending::end);
        return keys.stream().map(Tombstones::of).sorted().toList();
    }

    /**
     * Destroys what is left of the keys that {@link #begin} has ended, and looks that none lives. Touches no key that has not
     * ended. Throws {@link KeystoreUnavailable} when that cannot be done now.
     */
    @PermitAll
    @TransactionAttribute(NOT_SUPPORTED)
    public void complete(CaseId caseId) {
        List<EkId> keys = keys(caseId);
        keys.forEach(ending::destroy);
        if (keys.stream().anyMatch(store::lives)) {
            throw new KeystoreUnavailable();
        }
    }

    private List<EkId> keys(CaseId caseId) {
        return entities.createQuery("select e from StoredEpoch e where e.caseId = :case", StoredEpoch.class)
                .setParameter("case", caseId.value())
                .getResultStream()
                .map(StoredEpoch::erasureKey)
                .toList();
    }
}
