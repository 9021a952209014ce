package org.safespaces.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.safespaces.people.CaseErased;

/** What people held of an erased case: grants, epochs, heads, and the client's code. */
@ApplicationScoped
class EndOfCaseKeys {
    @PersistenceContext
    private EntityManager entities;

    void forget(@Observes CaseErased erased) {
        for (String query : new String[] {
            "delete from CaseGrant g where g.caseId = :case",
            "delete from StoredEpoch e where e.caseId = :case",
            "delete from StoredHead h where h.caseId = :case",
            "delete from StoredCode c where c.caseId = :case",
            "delete from StoredCodeChange c where c.caseId = :case"
        }) {
            entities.createQuery(query)
                    .setParameter("case", erased.caseId().value())
                    .executeUpdate();
        }
    }
}
