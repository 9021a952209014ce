package org.safespaces.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.safespaces.people.CaseErased;

/** Of an erased record nobody has to know any more how long it was to be kept. */
@ApplicationScoped
class EndOfSnooze {
    @PersistenceContext
    private EntityManager entities;

    void forget(@Observes CaseErased erased) {
        entities.createQuery("delete from StoredSnooze s where s.caseId = :case")
                .setParameter("case", erased.caseId().value())
                .executeUpdate();
    }
}
