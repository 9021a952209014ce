package org.safespaces.followup;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.Optional;
import org.safespaces.audit.Actor;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.people.Caller;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.TherapistId;

/**
 * For the features whose business tasks are about: raises one, and lets it follow, always in the transaction of the act it
 * belongs to. Who may do that act has been asked there.
 */
@Stateless
@RolesAllowed("therapist")
@TransactionAttribute(MANDATORY)
public class Raising {
    @Inject
    private TaskBook book;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    /**
     * Something asks to be read today. The first reader owns it, and the clock begins; if a task is open already, it has to be
     * acknowledged again. Writes to nobody. A stranger who sends something has no role.
     *
     * @return whose it is
     */
    @PermitAll
    public TherapistId raise(Subject subject) {
        Optional<StoredFollowUp> open = book.holdOpen(subject);
        open.ifPresent(task -> task.raiseAgain(book.due(), book.now()));
        StoredFollowUp task = open.orElseGet(() -> book.add(subject, firstReader(subject)));
        FollowUpStep step = open.isPresent() ? FollowUpStep.RAISED_AGAIN : FollowUpStep.RAISED;
        book.write(task, step, caller.actor(), caller.therapist());
        return task.owner();
    }

    private TherapistId firstReader(Subject subject) {
        return book.keeper(subject.kind()).readers(subject.id()).stream()
                .findFirst()
                .orElseThrow(NoSuchPerson::new);
    }

    /** What they are about has become something else, or somebody else's: they follow, and the open one has this owner from here on. */
    public void follow(Subject from, Subject to, TherapistId owner) {
        book.holdOpen(from).ifPresent(task -> {
            task.handOn(to, owner);
            book.write(task, FollowUpStep.HANDED_ON, caller.actor(), caller.therapist());
        });
        book.about(from).stream()
                .filter(task -> task.state() == FollowUpState.CLOSED)
                .forEach(task -> task.handOn(to, task.owner()));
    }

    /** What they are about is taken back or erased: they go with it, which the log keeps. Neither a stranger who takes hers back nor a round has a role. */
    @PermitAll
    public void goWith(Subject subject, Actor actor) {
        book.about(subject).forEach(task -> audit.record(actor, AuditAction.FOLLOW_UP_GONE, "follow-up", task.id()));
        book.remove(subject);
    }

    /**
     * Asked before something ends that a task may be about: nothing ends a task but its owner, with a note. Throws {@link StillOpen}.
     * From here on no task is opened about it until the transaction ends.
     */
    public void demandNoneOpen(Subject subject) {
        if (book.holdOpen(subject).isPresent()) {
            throw new StillOpen();
        }
    }
}
