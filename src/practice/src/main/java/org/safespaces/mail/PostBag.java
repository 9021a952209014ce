package org.safespaces.mail;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.safespaces.audit.Actor;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.settings.PracticeText;
import org.safespaces.settings.PracticeTexts;
import org.safespaces.vault.ServerSeal;

/**
 * Takes one letter out of the outbox and decides about it, in a transaction of its own: whether there is somebody who may be written to,
 * whether it is still so, and whether this is a safe moment. Nothing of that was decided when it was put in. Any number of servers may ask.
 */
@Stateless
@PermitAll
@TransactionAttribute(REQUIRES_NEW)
public class PostBag {
    private static final Logger LOG = Logger.getLogger(PostBag.class.getName());
    private static final String NEXT = "SELECT * FROM outbox WHERE state = 'WAITING' AND not_before <= ?1"
            + " ORDER BY not_before, id LIMIT 1 FOR UPDATE SKIP LOCKED";
    private static final String OLD = "DELETE FROM outbox WHERE state = ?1 AND ended_at < ?2";

    /** A card may change meanwhile: a letter that waits is looked at again before its moment. */
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    private static final Duration A_MOMENT = Duration.ofSeconds(5);

    private static final String PATIENCE = "10000";

    @Resource(lookup = "java:jboss/mail/Practice")
    private Session session;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Addressees addressees;

    @Inject
    private Occasions occasions;

    @Inject
    private PracticeTexts texts;

    @Inject
    private ServerSeal serverSeal;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** A relay that hangs must not hang the post. */
    @PostConstruct
    void doNotWaitForEver() {
        session.getProperties().setProperty("mail.smtp.connectiontimeout", PATIENCE);
        session.getProperties().setProperty("mail.smtp.timeout", PATIENCE);
        session.getProperties().setProperty("mail.smtp.writetimeout", PATIENCE);
    }

    /** Decides about the letter that has been due longest; {@code false} when none is. */
    public boolean sendNext() {
        Optional<OutgoingLetter> next = next();
        next.ifPresent(this::decide);
        return next.isPresent();
    }

    /** Forgets letters a day after they ended; those that were not delivered after a week, so that somebody can have seen it. */
    public void forgetOld() {
        forget(LetterState.SENT, Duration.ofDays(1));
        forget(LetterState.DROPPED, Duration.ofDays(1));
        forget(LetterState.DEAD, Duration.ofDays(7));
    }

    private void forget(LetterState state, Duration after) {
        entities.createNativeQuery(OLD)
                .setParameter(1, state.name())
                .setParameter(2, clock.instant().minus(after))
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    private Optional<OutgoingLetter> next() {
        List<OutgoingLetter> due = entities.createNativeQuery(NEXT, OutgoingLetter.class)
                .setParameter(1, clock.instant())
                .getResultList();
        return due.stream().findFirst();
    }

    private void decide(OutgoingLetter letter) {
        Instant now = clock.instant();
        UUID person = serverSeal.openId(letter.addressee(), Mailer.ADDRESSEE, letter.id());
        Optional<Addressee> reader = addressees.find(person);
        if (reader.isEmpty()) {
            refuse(letter, now);
            return;
        }
        if (!reader.get().wants(letter.letter()) || !isStillSo(letter)) {
            letter.drop(now);
            return;
        }
        if (Letter.changes().contains(letter.letter()) && isToldBesides(letter, now)) {
            return;
        }
        Optional<Instant> moment = Moment.of(reader.get(), now, letter.aim(), letter.notAfter());
        if (moment.isEmpty()) {
            refuse(letter, now);
        } else if (moment.get().isAfter(now)) {
            Instant again = now.plus(LOOK_AGAIN);
            letter.waitUntil(moment.get().isBefore(again) ? moment.get() : again);
        } else {
            send(letter, reader.get(), now);
        }
    }

    /**
     * Of many changes at once, such as a row of sessions, somebody is told once: if she was told of another since this one was made, she
     * finds it with that. Two rounds ask about one person one after the other.
     */
    private boolean isToldBesides(OutgoingLetter letter, Instant now) {
        if (!isAlone(letter)) {
            letter.waitUntil(now.plus(A_MOMENT));
            return true;
        }
        boolean told = entities.createQuery(
                                "select count(o) from OutgoingLetter o where o.addresseeTag = :tag and o.state = :sent"
                                        + " and o.letter in :changes and o.endedAt >= :made",
                                Long.class)
                        .setParameter("tag", letter.addresseeTag())
                        .setParameter("sent", LetterState.SENT)
                        .setParameter("changes", Letter.changes())
                        .setParameter("made", letter.notBefore().minus(Mailer.UNDO))
                        .getSingleResult()
                > 0;
        if (told) {
            letter.drop(now);
        }
        return told;
    }

    private boolean isAlone(OutgoingLetter letter) {
        return (Boolean) entities.createNativeQuery("SELECT pg_try_advisory_xact_lock(?1)")
                .setParameter(1, ByteBuffer.wrap(letter.addresseeTag()).getLong())
                .getSingleResult();
    }

    private boolean isStillSo(OutgoingLetter letter) {
        return letter.aim()
                .map(aim -> occasions.isStillSo(letter.subject(), letter.letter(), aim))
                .orElse(true);
    }

    /** Written down without why: that a client's letters rest says something about her. */
    private void refuse(OutgoingLetter letter, Instant now) {
        letter.drop(now);
        audit.record(Actor.SERVER, AuditAction.LETTER_REFUSED, "letter", letter.id());
    }

    private void send(OutgoingLetter letter, Addressee reader, Instant now) {
        try {
            transport(letter.id(), worded(letter, reader), reader.address());
            letter.sent(now);
        } catch (MessagingException failure) {
            if (letter.failed(now)) {
                LOG.log(Level.WARNING, "letter {0} did not go and will be tried again", letter.id());
            } else {
                LOG.log(Level.WARNING, "letter {0} did not go and will not be tried again", letter.id());
                audit.record(Actor.SERVER, AuditAction.LETTER_NOT_DELIVERED, "letter", letter.id());
            }
        }
    }

    private Wording worded(OutgoingLetter letter, Addressee reader) {
        return reader.timesToldIn()
                .filter(zone -> letter.aim().isPresent())
                .map(zone -> occasions.when(letter.subject(), zone))
                .filter(Wording::isWhen)
                .map(Wording::reminderOf)
                .orElseGet(() -> letter.letter().neutral(texts.own(PracticeText.LETTER)));
    }

    private void transport(UUID id, Wording wording, String address) throws MessagingException {
        MimeMessage message = new Numbered(session, id);
        message.setFrom();
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(address));
        message.setSubject(wording.subject(), StandardCharsets.UTF_8.name());
        message.setText(wording.text(), StandardCharsets.UTF_8.name());
        Transport.send(message);
    }

    /** The same letter has the same number each time it is sent: a crash between sending and writing that down repeats it, and shows as that. */
    private static final class Numbered extends MimeMessage {
        private final UUID id;

        Numbered(Session session, UUID id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            String sender = ((InternetAddress) getFrom()[0]).getAddress();
            setHeader("Message-ID", "<" + id + sender.substring(sender.indexOf('@')) + ">");
        }
    }
}
