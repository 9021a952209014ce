package org.safespaces.notes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.safespaces.people.CaseErased;

/** The items of an erased case: they open nowhere any more, and go. */
@ApplicationScoped
class EndOfRecord {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private CopyRows copies;

    void forget(@Observes CaseErased erased) {
        copies.forget(erased.caseId());
        entities.createQuery("delete from StoredOutside o where o.caseId = :case")
                .setParameter("case", erased.caseId().value())
                .executeUpdate();
        entities.createQuery("delete from SentCheckWrap w where w.checkId in"
                        + " (select c.id from SentCheck c where c.caseId = :case)")
                .setParameter("case", erased.caseId().value())
                .executeUpdate();
        entities.createQuery("delete from SentCheck c where c.caseId = :case")
                .setParameter("case", erased.caseId().value())
                .executeUpdate();
        entities.createQuery("delete from NoteDraft d where d.caseId = :case")
                .setParameter("case", erased.caseId().value())
                .executeUpdate();
        entities.createQuery("delete from ReportCheck c where c.caseId = :case")
                .setParameter("case", erased.caseId().value())
                .executeUpdate();
        entities.createQuery("delete from SentMessageWrap w where w.messageId in"
                        + " (select m.id from SentMessage m where m.caseId = :case)")
                .setParameter("case", erased.caseId().value())
                .executeUpdate();
        entities.createQuery("delete from SentMessage m where m.caseId = :case")
                .setParameter("case", erased.caseId().value())
                .executeUpdate();
        entities.createNativeQuery("DELETE FROM message_seen WHERE case_id = ?1")
                .setParameter(1, erased.caseId().value())
                .executeUpdate();
        entities.createQuery("delete from CaseItem i where i.caseId = :case")
                .setParameter("case", erased.caseId().value())
                .executeUpdate();
    }
}
