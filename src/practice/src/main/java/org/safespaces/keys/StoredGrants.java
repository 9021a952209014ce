package org.safespaces.keys;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.safespaces.vault.CaseEpoch;
import org.safespaces.vault.CasePart;
import org.safespaces.vault.Grant;
import org.safespaces.vault.Grants;

/** What the database says about a case's epochs and grants. The vault believes none of it unverified. */
@RequestScoped
class StoredGrants implements Grants {
    @PersistenceContext
    private EntityManager entities;

    @Override
    public List<CaseEpoch> epochs(CasePart part) {
        return entities.createQuery(
                        "select e from StoredEpoch e where e.caseId = :case and e.compartment = :part order by e.epoch",
                        StoredEpoch.class)
                .setParameter("case", part.caseId())
                .setParameter("part", (short) part.compartment().code())
                .getResultStream()
                .map(stored -> stored.record(part))
                .toList();
    }

    @Override
    public List<Grant> grants(CasePart part) {
        return entities.createQuery(
                        "select g from CaseGrant g where g.caseId = :case and g.compartment = :part", CaseGrant.class)
                .setParameter("case", part.caseId())
                .setParameter("part", (short) part.compartment().code())
                .getResultStream()
                .map(stored -> stored.grant(part))
                .toList();
    }
}
