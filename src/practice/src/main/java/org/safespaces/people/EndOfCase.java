package org.safespaces.people;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The row of an erased case goes last, when nothing refers to it any more. */
@ApplicationScoped
class EndOfCase {
    @PersistenceContext
    private EntityManager entities;

    void forget(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) CaseErased erased) {
        entities.createQuery("delete from StoredRestriction r where r.caseId = :case")
                .setParameter("case", erased.caseId().value())
                .executeUpdate();
        entities.createQuery("delete from CaseRecord r where r.id = :case")
                .setParameter("case", erased.caseId().value())
                .executeUpdate();
    }
}
