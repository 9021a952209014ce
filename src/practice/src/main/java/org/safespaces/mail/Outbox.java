package org.safespaces.mail;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;

/** How many letters wait or did not go, for whoever runs the practice. */
@Stateless
@RolesAllowed("admin")
public class Outbox {
    private static final Duration LATE = Duration.ofMinutes(10);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    public OutboxTally tally() {
        int late = entities.createQuery(
                        "select count(o) from OutgoingLetter o where o.state = :waiting and o.notBefore < :then",
                        Long.class)
                .setParameter("waiting", LetterState.WAITING)
                .setParameter("then", clock.instant().minus(LATE))
                .getSingleResult()
                .intValue();
        return new OutboxTally(count(LetterState.WAITING), late, count(LetterState.DEAD));
    }

    private int count(LetterState state) {
        return entities.createQuery("select count(o) from OutgoingLetter o where o.state = :state", Long.class)
                .setParameter("state", state)
                .getSingleResult()
                .intValue();
    }
}
