package org.safespaces.intake;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.safespaces.keys.CodeForm;
import org.safespaces.keys.CodePlace;
import org.safespaces.keys.CodeReplacement;
import org.safespaces.keys.IntakeKeys;
import org.safespaces.keys.OpenCode;
import org.safespaces.keys.ReturnCodes;
import org.safespaces.people.People;
import org.safespaces.vault.SealedIntake;

/**
 * Somebody who comes back with her code, with an enquiry or with a case, takes another in its place. She needs no sign-in: the code
 * she has is what lets her.
 */
@Stateless
@PermitAll
public class OwnCode {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ReturnCodes codes;

    @Inject
    private CodeReplacement replacement;

    @Inject
    private IntakeKeys keys;

    @Inject
    private People people;

    /**
     * Draws a new code. The one she has opens until the new one is typed back: {@link #confirm}.
     *
     * @param current the code she has
     * @param who whatever stands for the one who tries
     * @return the code, to be shown in the answer to this request and nowhere else
     * @throws org.safespaces.keys.WrongPhrase when the code she has is none; {@link org.safespaces.keys.TooManyTries}; {@link
     *     org.safespaces.keys.TooBusy}
     */
    public String draw(String current, CodeForm form, String who) {
        try (OpenCode code = codes.open(current, who)) {
            return replacement.draw(code, form, heldEnquiry(code.holder().place()));
        }
    }

    /**
     * The new code is typed back: from now on it opens, and the one before opens nothing.
     *
     * @throws org.safespaces.keys.WrongPhrase when it is not the one that was shown; {@link org.safespaces.keys.Interrupted} when none
     *     was, or things have changed since: then she begins again with the code she has
     */
    public void confirm(String typed) {
        CodePlace place = replacement.waiting();
        replacement.confirm(typed, heldEnquiry(place).map(SealedIntake::ekId));
    }

    /**
     * A phrase of her own, typed twice before this, in place of the code she has.
     *
     * @throws org.safespaces.keys.WeakPhrase when it could be guessed; and what {@link #draw} throws
     */
    public void choose(String current, String own, String who) {
        try (OpenCode code = codes.open(current, who)) {
            replacement.choose(code, own, heldEnquiry(code.holder().place()), who);
        }
    }

    /** What a code leads to stays as it is until the transaction ends: nobody accepts the enquiry, nobody changes the lock. */
    private Optional<SealedIntake> heldEnquiry(CodePlace place) {
        if (place.caseId().isPresent()) {
            people.share(place.caseId().get());
            return Optional.empty();
        }
        return place.intakeId()
                .map(id -> entities.find(Intake.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(intake -> intake.isOpenable() || intake.messageKey().isPresent())
                .map(this::sealed);
    }

    private SealedIntake sealed(Intake intake) {
        return keys.assemble(
                intake.id(), intake.listVersion(), intake.erasureKey(), intake.clinical(), intake.identity());
    }
}
