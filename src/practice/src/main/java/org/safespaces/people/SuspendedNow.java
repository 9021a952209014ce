package org.safespaces.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who is suspended at this moment. Asked before every page of everybody who is signed in, so it looks into the table every few seconds
 * and not each time; at once where somebody was suspended on this server. While the database does not answer it says what it knew,
 * for a minute; after that it fails, and nobody is let in.
 */
@ApplicationScoped
class SuspendedNow {
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    private volatile Known known = new Known(Set.of(), Instant.MIN);

    /** Sign-ins by their reference, therapists by their id; neither could be taken for the other. */
    private record Known(Set<UUID> ids, Instant at) {
        boolean isYounger(Duration age, Instant now) {
            return at.isAfter(now.minus(age));
        }
    }

    boolean has(UUID accountOrTherapist) {
        Instant now = clock.instant();
        if (!known.isYounger(FRESH, now)) {
            look(now);
        }
        return known.ids().contains(accountOrTherapist);
    }

    private void look(Instant now) {
        try {
            known = new Known(
                    entities.createQuery("select s from SuspendedAccount s", SuspendedAccount.class)
                            .getResultStream()
                            .flatMap(each -> Stream.concat(Stream.of(each.account()), each.therapist().stream()))
                            .collect(Collectors.toUnmodifiableSet()),
                    now);
        } catch (PersistenceException noAnswer) {
            if (!known.isYounger(LONGEST, now)) {
                throw noAnswer;
            }
        }
    }

    /** The next question looks again. */
    void lookAgain(@Observes(during = TransactionPhase.AFTER_SUCCESS) SuspensionsChanged changed) {
        known = new Known(known.ids(), Instant.MIN);
    }
}
