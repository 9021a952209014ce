package org.safespaces.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.access.CaseAccess;
import org.safespaces.access.HoldReason;
import org.safespaces.access.Holds;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.followup.Raising;
import org.safespaces.followup.Subject;
import org.safespaces.keys.ReturnCodes;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.people.Caller;
import org.safespaces.people.ClientSummary;
import org.safespaces.people.NoSuchPerson;

/**
 * What a reader decides about an enquiry: only somebody it is sealed to, with her vault open, and only as {@link IntakeStatus#next}
 * allows. Each throws {@link org.safespaces.access.NotYours}, {@link VaultLocked}, {@link IntakeGone} once it is over, {@link
 * DecidedMeanwhile} when something was decided since she looked, and {@link WrongStep}.
 *
 * <p>{@code seen} is how often something had been decided when she looked: {@link IntakeSummary#decisions}.
 */
@Stateless
@RolesAllowed("therapist")
public class Decisions {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Intakes intakes;

    @Inject
    private Raising raising;

    @Inject
    private Correspondence correspondence;

    @Inject
    private ReturnCodes codes;

    @Inject
    private EndOfAnswers endOfAnswers;

    @Inject
    private CaseAccess access;

    @Inject
    private Holds holds;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** Makes it a case of the caller's ({@link Intakes#accept}), held from erasure where she gives a reason. */
    public ClientSummary accept(UUID id, int seen, Optional<HoldReason> hold) {
        demand(held(id, seen), IntakeStatus.ACCEPTED);
        ClientSummary accepted = intakes.accept(id);
        hold.ifPresent(reason -> holds.set(accepted.id(), reason));
        return accepted;
    }

    /**
     * Puts it on the waiting list, with a message if there is one. Throws {@link DayDoesNotFit} unless the day lies after today, and on or before the last day on which
     * it is kept; {@link org.safespaces.access.TextRefused}.
     *
     * @param message to the person, sealed to her code; empty for none, which is refused where she has been told another day before
     */
    public void keepWaiting(UUID id, int seen, LocalDate writeAgainOn, String message) {
        Intake intake = held(id, seen);
        if (message.isEmpty()) {
            demand(intake, IntakeStatus.WAITING);
        }
        if (!writeAgainOn.isAfter(LocalDate.now(clock)) || writeAgainOn.isAfter(intake.keepUntil())) {
            throw new DayDoesNotFit(intake.keepUntil());
        }
        write(id, message, List.of());
        intake.waitUntil(writeAgainOn);
        audit.record(caller.actor(), AuditAction.INTAKE_WAITS, "intake", id);
    }

    /**
     * The practice is not the right place: tells her who is, and destroys what she answered. The message stays under her code while that
     * lives. Throws {@link org.safespaces.access.TextRefused}; {@link org.safespaces.followup.StillOpen} while something about it asks to be read today.
     *
     * @param places by their ids in the directory; whoever has the code sees them as they stand there then
     */
    public void turnAway(UUID id, int seen, String message, List<String> places) {
        Intake intake = held(id, seen);
        demand(intake, IntakeStatus.NOT_RIGHT);
        raising.demandNoneOpen(Subject.enquiry(id));
        correspondence.write(id, message, places);
        end(intake, IntakeStatus.NOT_RIGHT, AuditAction.INTAKE_NOT_RIGHT);
    }

    /** Closes it, with a last message if there is one, and destroys what was answered. Throws what {@link #turnAway} throws. */
    public void close(UUID id, int seen, String message) {
        Intake intake = held(id, seen);
        raising.demandNoneOpen(Subject.enquiry(id));
        write(id, message, List.of());
        end(intake, IntakeStatus.CLOSED, AuditAction.INTAKE_CLOSED);
    }

    /** Can she read what is written to her? Not once the code has ended that she was given. */
    public boolean isReachable(UUID id) {
        access.recipient(id);
        return codes.ofIntake(id).isPresent();
    }

    private void write(UUID id, String message, List<String> places) {
        if (!message.isEmpty()) {
            correspondence.write(id, message, places);
        }
    }

    private void end(Intake intake, IntakeStatus as, AuditAction action) {
        endOfAnswers.end(intake, as, caller.actor());
        audit.record(caller.actor(), action, "intake", intake.id());
    }

    /** Before anything is written to her. */
    private static void demand(Intake intake, IntakeStatus next) {
        if (!intake.mayBecome(next)) {
            throw new WrongStep();
        }
    }

    /** Holds the row until this is done: of two who decide at once, the second finds it decided. */
    private Intake held(UUID id, int seen) {
        if (!vaultLock.isOpen()) {
            throw new VaultLocked();
        }
        Intake intake = Optional.ofNullable(entities.find(Intake.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(NoSuchPerson::new);
        if (!intake.isOpenable()) {
            throw new IntakeGone();
        }
        access.recipient(id);
        if (intake.decisions() != seen) {
            throw new DecidedMeanwhile();
        }
        return intake;
    }
}
