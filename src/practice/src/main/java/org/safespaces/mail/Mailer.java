package org.safespaces.mail;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.UUID;
import org.safespaces.vault.Column;
import org.safespaces.vault.ServerSeal;

/** Puts letters into the outbox, in the transaction of the act they tell of: both stand, or neither. */
@Stateless
@PermitAll
@TransactionAttribute(MANDATORY)
public class Mailer {
    static final Column ADDRESSEE = new Column("outgoing_letter", "addressee");

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ServerSeal serverSeal;

    @Inject
    private Clock clock;

    /** Lets a person know. What she is told is the letter and nothing else. */
    public void send(Letter letter, UUID person) {
        UUID id = UUID.randomUUID();
        entities.persist(new OutgoingLetter(id, serverSeal.sealId(person, ADDRESSEE, id), letter, clock.instant()));
    }
}
