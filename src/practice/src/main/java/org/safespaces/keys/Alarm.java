package org.safespaces.keys;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;
import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.safespaces.audit.Actor;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.mail.Letter;
import org.safespaces.mail.Mailer;
import org.safespaces.people.Caller;
import org.safespaces.people.TherapistId;
import org.safespaces.vault.KeyKind;

/**
 * Says that keys are not as they should be: in the log, and by a neutral letter to the therapists, who see more when they
 * sign in. In a transaction of its own, since what raises it usually ends there.
 */
@Stateless
@PermitAll
public class Alarm {
    private static final Logger LOG = Logger.getLogger(Alarm.class.getName());
    private static final Duration TOLD_FOR = Duration.ofHours(24);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AlarmedToday today;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    @Inject
    private Mailer mailer;

    @Inject
    private Clock clock;

    /**
     * Somebody's vault stopped because something does not match. The others are written to, once a day for each of them.
     *
     * @return the number of the log's line
     */
    @RolesAllowed("therapist")
    @TransactionAttribute(REQUIRES_NEW)
    public long keysDoNotMatch(Actor whoseVault) {
        long line = audit.recordRefusal(whoseVault, AuditAction.KEYS_DO_NOT_MATCH, "person", whoseVault.id());
        LOG.log(Level.WARNING, "keys do not match: line {0} of the log", Long.toString(line));
        if (today.isNew(whoseVault.id(), LocalDate.now(clock))) {
            writeToAllBut(whoseVault.id());
        }
        return line;
    }

    /** Records were opened in somebody's name faster than a person reads. The others are written to, each time. */
    @RolesAllowed("therapist")
    @TransactionAttribute(REQUIRES_NEW)
    public void manyOpened(Actor whoseVault) {
        audit.record(whoseVault, AuditAction.TRIPWIRE, "person", whoseVault.id());
        LOG.log(Level.WARNING, "many records were opened quickly: see the log of what was done");
        writeToAllBut(whoseVault.id());
    }

    /** What the others are to know of: vaults but the caller's that have locked themselves within a day. */
    @RolesAllowed("therapist")
    @TransactionAttribute(SUPPORTS)
    public List<Tripped> tripped() {
        UUID own = caller.actor().id();
        return audit.since(AuditAction.TRIPWIRE, clock.instant().minus(TOLD_FOR)).stream()
                .filter(line -> !line.objectRef().equals(own))
                .map(line -> new Tripped(new TherapistId(line.objectRef()), line.at()))
                .toList();
    }

    /** The list of those who receive enquiries cannot be believed; said once, until it can be again, or once a day. */
    @TransactionAttribute(REQUIRES_NEW)
    public void listDoesNotVerify() {
        UUID practice = ServerSecrets.tenant();
        if (today.isNew(practice, LocalDate.now(clock))) {
            audit.recordRefusal(Actor.SERVER, AuditAction.RECIPIENTS_DO_NOT_VERIFY, "practice", practice);
            LOG.log(Level.WARNING, "the list of recipients does not verify: no enquiry is taken");
            writeToAllBut(null);
        }
    }

    /** The list can be believed. */
    @TransactionAttribute(SUPPORTS)
    public void listVerifies() {
        today.isOver(ServerSecrets.tenant());
    }

    private void writeToAllBut(UUID oneOrNull) {
        entities.createQuery("select distinct k.personId from PublishedKeys k where k.kind = :person", UUID.class)
                .setParameter("person", (short) KeyKind.PERSON.code())
                .getResultStream()
                .filter(person -> !person.equals(oneOrNull))
                .forEach(person -> mailer.send(Letter.PLEASE_SIGN_IN_TODAY, person));
    }
}
