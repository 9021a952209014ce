package org.safespaces.intake;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.audit.Actor;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.keys.ReturnCodes;

/**
 * Ends enquiries that have gone no further when their time is over. What they say goes first; the row, which by then holds a state and
 * days, once no code leads to it: until then whoever has the code is told how it stands. Each step is an act of its own, and done
 * again it does nothing.
 */
@Stateless
@PermitAll
public class Retention {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private EndOfAnswers endOfAnswers;

    @Inject
    private MessageRows messages;

    @Inject
    private ReturnCodes codes;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** Those whose last day is past and that still say something, the oldest first. */
    public List<UUID> over() {
        return entities.createQuery(
                        "select i.id from Intake i where i.status in :open and i.keepUntil < :today order by i.arrival",
                        UUID.class)
                .setParameter("open", IntakeStatus.open())
                .setParameter("today", LocalDate.now(clock))
                .getResultList();
    }

    /** Destroys the keys of what one says. */
    public void expire(UUID id) {
        held(id).filter(Intake::isOpenable)
                .filter(intake -> intake.keepUntil().isBefore(LocalDate.now(clock)))
                .ifPresent(intake -> {
                    endOfAnswers.end(intake, IntakeStatus.CLOSED, Actor.SERVER);
                    audit.record(Actor.SERVER, AuditAction.INTAKE_EXPIRED, "intake", id);
                });
    }

    /** Those that say nothing any more and became no case. */
    public List<UUID> empty() {
        return entities.createQuery("select i.id from Intake i where i.status in :over order by i.arrival", UUID.class)
                .setParameter("over", EnumSet.of(IntakeStatus.NOT_RIGHT, IntakeStatus.CLOSED))
                .getResultList();
    }

    /** Lets the row of one go, unless a code still leads to it. */
    public void forget(UUID id) {
        held(id).filter(intake -> !intake.isOpenable()
                        && !intake.isAccepted()
                        && codes.keysOf(id).isEmpty())
                .ifPresent(intake -> {
                    entities.createNativeQuery("DELETE FROM intake_sending WHERE intake_id = ?1")
                            .setParameter(1, id)
                            .executeUpdate();
                    messages.end(intake);
                    entities.remove(intake);
                    audit.record(Actor.SERVER, AuditAction.INTAKE_FORGOTTEN, "intake", id);
                });
    }

    private Optional<Intake> held(UUID id) {
        return Optional.ofNullable(entities.find(Intake.class, id, LockModeType.PESSIMISTIC_WRITE));
    }
}
