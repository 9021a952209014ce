package org.safespaces.notes;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.safespaces.access.OwnContact;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.followup.Raising;
import org.safespaces.followup.Subject;
import org.safespaces.mail.Letter;
import org.safespaces.mail.Mailer;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.People;

/** A client says that somebody else may be in her account: no letter goes to her any more, and her therapist is asked to look today. */
@Stateless
@RolesAllowed("client")
public class OwnAlarm {
    @Inject
    private OwnContact contact;

    @Inject
    private Raising raising;

    @Inject
    private People people;

    @Inject
    private Mailer mailer;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    /** She need not say why. The task says nothing of it either: her therapist finds that letters have stopped on the case's page. */
    public void raise() {
        CaseId me = caller.client().orElseThrow(NoSuchPerson::new);
        people.share(me);
        contact.stop();
        raising.raise(Subject.of(me));
        audit.record(caller.actor(), AuditAction.ACCOUNT_DOUBTED, "case", me.value());
        people.therapistsOf(me).stream()
                .findFirst()
                .ifPresent(therapist ->
                        mailer.send(Letter.PLEASE_READ_TODAY, therapist.id().value()));
    }
}
