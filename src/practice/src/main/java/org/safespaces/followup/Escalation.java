package org.safespaces.followup;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.safespaces.audit.Actor;
import org.safespaces.mail.Letter;
import org.safespaces.mail.Mailer;
import org.safespaces.people.TherapistId;

/** Lets one task go on that was not acknowledged in time, in a transaction of its own. */
@Stateless
@PermitAll
@TransactionAttribute(REQUIRES_NEW)
public class Escalation {
    private static final String NEXT =
            "SELECT * FROM follow_up WHERE escalates_at <= ?1 ORDER BY escalates_at, arrival LIMIT 1 FOR UPDATE SKIP LOCKED";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private TaskBook book;

    @Inject
    private Mailer mailer;

    /**
     * The one that has waited longest goes to the next reader, who is written to; after the last reader it stays with the last. No
     * task goes on twice for the same hour, however many servers ask. {@code false} when none is due.
     */
    public boolean escalateNext() {
        Optional<StoredFollowUp> due = due();
        due.ifPresent(task -> {
            Optional<TherapistId> next = book.next(task);
            task.escalate(next);
            next.ifPresent(owner -> {
                book.write(task, FollowUpStep.ESCALATED, Actor.SERVER, Optional.empty());
                mailer.send(Letter.PLEASE_READ_TODAY, owner.value());
            });
        });
        return due.isPresent();
    }

    @SuppressWarnings("unchecked")
    private Optional<StoredFollowUp> due() {
        List<StoredFollowUp> due = entities.createNativeQuery(NEXT, StoredFollowUp.class)
                .setParameter(1, book.now())
                .getResultList();
        return due.stream().findFirst();
    }
}
