package org.safespaces.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.safespaces.mail.Mailer;

/** Where an erased client could be written to goes, and the letters to her with it. */
@ApplicationScoped
class EndOfContact {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Mailer mailer;

    void forget(@Observes CaseErased erased) {
        entities.createQuery("delete from StoredContactCard c where c.caseId = :case")
                .setParameter("case", erased.caseId().value())
                .executeUpdate();
        mailer.forget(erased.caseId().value());
    }
}
