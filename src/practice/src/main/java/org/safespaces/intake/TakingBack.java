package org.safespaces.intake;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.followup.Raising;
import org.safespaces.followup.Subject;
import org.safespaces.keys.CodePlace;
import org.safespaces.keys.EndingKeys;
import org.safespaces.keys.IntakeKeys;
import org.safespaces.keys.ReturnCodes;
import org.safespaces.people.Caller;

/**
 * "Delete my enquiry": whoever holds its code takes back what nobody has accepted yet. Source: intake.md, C6. Afterwards no reader
 * opens it; a copy of both databases does until the backups of the keystore have aged out.
 */
@Stateless
@PermitAll
public class TakingBack {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ReturnCodes codes;

    @Inject
    private IntakeKeys keys;

    @Inject
    private MessageRows messages;

    @Inject
    private EndingKeys endingKeys;

    @Inject
    private Raising raising;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    /**
     * Takes it back, and its code with it; of one that was not taken on, what is left of it: the last reply. The log keeps that it
     * happened, by number only.
     *
     * @param code the code she has
     * @param who whatever stands for the one who tries
     * @throws IntakeGone when it has become a case, or there is none
     * @throws org.safespaces.keys.WrongPhrase when the code is none; {@link org.safespaces.keys.TooManyTries}; {@link
     *     org.safespaces.keys.TooBusy}
     */
    public void takeBack(String code, String who) {
        CodePlace place = codes.use(code, who).place();
        UUID id = place.intakeId().filter(one -> place.caseId().isEmpty()).orElseThrow(IntakeGone::new);
        // held: of a reader who accepts and her who takes it back, the second finds it gone
        Intake intake = Optional.ofNullable(entities.find(Intake.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(one -> !one.isAccepted())
                .orElseThrow(IntakeGone::new);
        boolean hasAnswers = intake.isOpenable();
        audit.record(caller.actor(), AuditAction.INTAKE_TAKEN_BACK, "intake", id);
        codes.drop(id);
        keys.forget(id);
        entities.createNativeQuery("DELETE FROM intake_sending WHERE intake_id = ?1")
                .setParameter(1, id)
                .executeUpdate();
        messages.end(intake);
        raising.goWith(Subject.enquiry(id), caller.actor());
        entities.remove(intake);
        if (hasAnswers) {
            endingKeys.end(intake.erasureKey());
        }
    }
}
