package org.safespaces.mail;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.safespaces.mail.OutgoingLetter.Times;
import org.safespaces.vault.Column;
import org.safespaces.vault.ServerSeal;

/**
 * Puts letters into the outbox, in the transaction of the act they tell of: both stand, or neither. Whether one may go, and where to,
 * is asked when it goes. A person is a therapist, or a client by her case.
 */
@Stateless
@PermitAll
@TransactionAttribute(MANDATORY)
public class Mailer {
    /** Called after the table as it was named first: what is sealed is sealed for that name. */
    static final Column ADDRESSEE = new Column("outgoing_letter", "addressee");

    static final Column ADDRESSEE_TAG = new Column("outbox", "addressee_tag");

    /** How long a change waits before it is told. */
    static final Duration UNDO = Duration.ofMinutes(3);

    private static final Duration A_WEEK = Duration.ofDays(7);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ServerSeal serverSeal;

    @Inject
    private Clock clock;

    /** Lets a person know, now. What she is told is the letter and nothing else. */
    public void send(Letter letter, UUID person) {
        Instant now = clock.instant();
        put(letter, person, UUID.randomUUID(), new Times(now, now.plus(A_WEEK), Optional.empty()));
    }

    /** As {@link #afterPause(Letter, UUID, UUID, Instant)}, for news that stay news for a week. */
    public void afterPause(Letter letter, UUID person, UUID subject) {
        later(letter, person, subject, clock.instant().plus(A_WEEK));
    }

    /**
     * Lets a person know of a change in three minutes. If she has not been told yet of the change that this one takes back, she is told
     * neither; and of several changes to one thing she is told once.
     *
     * @param notAfter when it is no news any more
     */
    public void afterPause(Letter letter, UUID person, UUID subject, Instant notAfter) {
        later(letter, person, subject, notAfter);
    }

    private void later(Letter letter, UUID person, UUID subject, Instant notAfter) {
        Instant then = clock.instant().plus(UNDO);
        boolean superfluous = then.isAfter(notAfter);
        for (Letter opposite : letter.undoes()) {
            superfluous |= drop(opposite, subject, person) > 0;
        }
        letter.replaces().forEach(replaced -> drop(replaced, subject, person));
        if (!superfluous && waiting(letter.toldBy(), subject, person) == 0) {
            put(letter, person, subject, new Times(then, notAfter, Optional.empty()));
        }
    }

    /**
     * Reminds a person at a moment, or at the last safe one before it.
     *
     * @param notAfter when it is too late to remind
     */
    public void remind(Letter letter, UUID person, UUID subject, Instant at, Instant notAfter) {
        put(letter, person, subject, new Times(at.minus(letter.reach()), notAfter, Optional.of(at)));
    }

    /** Lets none of the letters go that wait for a person about something. One that is leaving at this moment leaves. */
    public void drop(UUID subject, UUID person) {
        for (Letter letter : Letter.values()) {
            drop(letter, subject, person);
        }
    }

    /** The same, of reminders only. */
    public void dropReminders(UUID subject, UUID person) {
        drop(Letter.FIRST_REMINDER, subject, person);
        drop(Letter.SECOND_REMINDER, subject, person);
    }

    /** Forgets every letter to somebody, gone or not: she herself is forgotten. */
    public void forget(UUID person) {
        entities.createQuery("delete from OutgoingLetter o where o.addresseeTag = :tag")
                .setParameter("tag", tag(person))
                .executeUpdate();
    }

    private int drop(Letter letter, UUID subject, UUID person) {
        return entities.createNativeQuery("UPDATE outbox SET state = 'DROPPED', ended_at = ?1 WHERE id IN"
                        + " (SELECT id FROM outbox WHERE subject_id = ?2 AND addressee_tag = ?3 AND letter = ?4"
                        + " AND state = 'WAITING' FOR UPDATE SKIP LOCKED)")
                .setParameter(1, clock.instant())
                .setParameter(2, subject)
                .setParameter(3, tag(person))
                .setParameter(4, letter.name())
                .executeUpdate();
    }

    private long waiting(Set<Letter> letters, UUID subject, UUID person) {
        return letters.isEmpty()
                ? 0
                : entities.createQuery(
                                "select count(o) from OutgoingLetter o where o.subjectId = :subject"
                                        + " and o.addresseeTag = :tag and o.letter in :letters and o.state = :waiting",
                                Long.class)
                        .setParameter("subject", subject)
                        .setParameter("tag", tag(person))
                        .setParameter("letters", letters)
                        .setParameter("waiting", LetterState.WAITING)
                        .getSingleResult();
    }

    /** The one that waits already is the same letter: it goes by the newer times. */
    private void put(Letter letter, UUID person, UUID subject, Times times) {
        int there = entities.createQuery("update OutgoingLetter o set o.notBefore = :before, o.notAfter = :after,"
                        + " o.aim = :aim where o.subjectId = :subject and o.addresseeTag = :tag"
                        + " and o.letter = :letter and o.state = :waiting")
                .setParameter("before", times.notBefore())
                .setParameter("after", times.notAfter())
                .setParameter("aim", times.aim().orElse(null))
                .setParameter("subject", subject)
                .setParameter("tag", tag(person))
                .setParameter("letter", letter)
                .setParameter("waiting", LetterState.WAITING)
                .executeUpdate();
        if (there == 0) {
            UUID id = UUID.randomUUID();
            entities.persist(new OutgoingLetter(
                    id, serverSeal.sealId(person, ADDRESSEE, id), tag(person), letter, subject, times));
        }
    }

    private byte[] tag(UUID person) {
        return serverSeal.tag(ADDRESSEE_TAG, ServerSeal.bytes(person));
    }
}
