package org.safespaces.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.UUID;
import org.safespaces.people.CaseId;

/**
 * Acts of booking, known by the keys they came with: one that comes again gets the answer of the first, and a key that comes with
 * something else is refused. Asked before anything else is locked.
 */
@ApplicationScoped
class ActKeys {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Timetable timetable;

    @Inject
    private Clock clock;

    /** What was done; whether it was agreed at once or asked for, the appointment says. */
    enum Outcome {
        BOOKED,
        MOVED
    }

    /**
     * Whoever comes first does the act; whoever comes meanwhile with the same key waits for her.
     *
     * @param asked what is asked for, in its one spelling
     * @return {@code true} for the first; throws {@link RequestChanged} for a key that came with something else, or from somebody else
     */
    boolean isFirst(UUID key, CaseId client, UUID appointment, Outcome outcome, String asked) {
        byte[] account = timetable.account(client);
        byte[] hash = hash(outcome == Outcome.MOVED, asked);
        boolean first = entities.createNativeQuery("INSERT INTO booking_request"
                                + " (idem_key, account_tag, body_hash, appointment_id, outcome, made_at)"
                                + " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING")
                        .setParameter(1, key)
                        .setParameter(2, account)
                        .setParameter(3, hash)
                        .setParameter(4, appointment)
                        .setParameter(5, outcome.name())
                        .setParameter(6, clock.instant())
                        .executeUpdate()
                == 1;
        if (!first && !entities.find(BookingRequest.class, key).is(account, hash)) {
            throw new RequestChanged();
        }
        return first;
    }

    private static byte[] hash(boolean move, String asked) {
        try {
            String body = (move ? "move " : "book ") + asked;
            return MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
