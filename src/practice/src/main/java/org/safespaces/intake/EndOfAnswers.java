package org.safespaces.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.safespaces.audit.Actor;
import org.safespaces.followup.Raising;
import org.safespaces.followup.Subject;
import org.safespaces.keys.EndingKeys;
import org.safespaces.keys.IntakeKeys;
import org.safespaces.keys.ReturnCodes;

/**
 * The end of what somebody wrote in, where it goes no further (intake.md, E6): it leaves the row, the readers' halves of its key go, and
 * its erasure key is destroyed once this is committed. What a last reply hangs on stays with her code, as long as that lives; without
 * the erasure key it opens no answer. Asks nobody: its callers have.
 */
@ApplicationScoped
class EndOfAnswers {
    @Inject
    private Raising raising;

    @Inject
    private MessageRows messages;

    @Inject
    private IntakeKeys keys;

    @Inject
    private ReturnCodes codes;

    @Inject
    private EndingKeys endingKeys;

    /** Throws {@link IntakeGone} when it has ended before, {@link WrongStep} when it cannot become this. */
    void end(Intake intake, IntakeStatus as, Actor actor) {
        intake.end(as);
        raising.goWith(Subject.enquiry(intake.id()), actor);
        messages.keepLastReply(intake);
        codes.keysOf(intake.id())
                .ifPresentOrElse(code -> keys.forgetAllBut(intake.id(), code), () -> keys.forget(intake.id()));
        endingKeys.end(intake.erasureKey());
    }
}
