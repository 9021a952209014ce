package org.safespaces.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.safespaces.people.CaseErased;

/** The enquiry an erased case began with: what was left of it is a day, a status, and which case it became. */
@ApplicationScoped
class EndOfEnquiry {
    @PersistenceContext
    private EntityManager entities;

    void forget(@Observes CaseErased erased) {
        entities.createNativeQuery(
                        "DELETE FROM intake_sending WHERE intake_id IN (SELECT id FROM intake WHERE case_id = ?1)")
                .setParameter(1, erased.caseId().value())
                .executeUpdate();
        entities.createNativeQuery(
                        "DELETE FROM intake_message WHERE intake_id IN (SELECT id FROM intake WHERE case_id = ?1)")
                .setParameter(1, erased.caseId().value())
                .executeUpdate();
        entities.createQuery("delete from Intake i where i.caseId = :case")
                .setParameter("case", erased.caseId().value())
                .executeUpdate();
    }
}
