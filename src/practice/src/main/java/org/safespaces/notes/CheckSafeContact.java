package org.safespaces.notes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.safespaces.followup.Raising;
import org.safespaces.followup.Subject;
import org.safespaces.mail.Letter;
import org.safespaces.mail.Mailer;
import org.safespaces.people.People;
import org.safespaces.scheduling.AppointmentChanged;

/**
 * A client who cannot come because it is not safe: her therapist is asked to look the same day. The task says nothing of why; that her
 * letters rest until somebody has checked safe contact stands on the case's page, where only her therapists read it.
 */
@ApplicationScoped
class CheckSafeContact {
    @Inject
    private Raising raising;

    @Inject
    private People people;

    @Inject
    private Mailer mailer;

    void ask(@Observes AppointmentChanged changed) {
        if (changed.kind() == AppointmentChanged.Kind.CANCELLED_UNSAFE) {
            raising.raise(Subject.of(changed.client()));
            people.therapistsOf(changed.client()).stream()
                    .findFirst()
                    .ifPresent(first ->
                            mailer.send(Letter.PLEASE_READ_TODAY, first.id().value()));
        }
    }
}
