package org.safespaces.mail;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

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
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.safespaces.vault.ServerSeal;

/** Takes one letter out of the outbox and sends it, in a transaction of its own. */
@Stateless
@PermitAll
@TransactionAttribute(REQUIRES_NEW)
public class PostBag {
    private static final Logger LOG = Logger.getLogger(PostBag.class.getName());
    private static final String NEXT =
            "SELECT * FROM outgoing_letter WHERE due_at <= ?1 ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED";

    @Resource(lookup = "java:jboss/mail/Practice")
    private Session session;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Addressees addressees;

    @Inject
    private ServerSeal serverSeal;

    @Inject
    private Clock clock;

    /** Sends the letter that has waited longest; {@code false} when none is due. */
    public boolean sendNext() {
        Optional<OutgoingLetter> next = next();
        next.ifPresent(this::send);
        return next.isPresent();
    }

    @SuppressWarnings("unchecked")
    private Optional<OutgoingLetter> next() {
        List<OutgoingLetter> due = entities.createNativeQuery(NEXT, OutgoingLetter.class)
                .setParameter(1, clock.instant())
                .getResultList();
        return due.stream().findFirst();
    }

    private void send(OutgoingLetter letter) {
        UUID person = serverSeal.openId(letter.addressee(), Mailer.ADDRESSEE, letter.id());
        try {
            Optional<String> address = addressees.addressOf(person);
            if (address.isPresent()) {
                transport(letter.letter(), address.get());
            }
            entities.remove(letter);
        } catch (MessagingException failure) {
            LOG.log(Level.WARNING, "letter {0} did not go and will be tried again", letter.id());
            letter.failed(clock.instant());
        }
    }

    private void transport(Letter letter, String address) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom();
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(address));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setText(letter.text(), StandardCharsets.UTF_8.name());
        Transport.send(message);
    }
}
