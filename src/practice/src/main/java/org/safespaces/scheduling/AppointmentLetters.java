package org.safespaces.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.mail.Letter;
import org.safespaces.mail.Mailer;
import org.safespaces.people.ContactCard;
import org.safespaces.people.ContactCards;

/**
 * Lets both know what has become of an appointment, and reminds the client, in the transaction of the act. Whether a letter may go is
 * decided when it goes.
 */
@ApplicationScoped
class AppointmentLetters {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Mailer mailer;

    @Inject
    private ReminderTimes reminders;

    @Inject
    private ContactCards cards;

    @Inject
    private Clock clock;

    void write(@Observes AppointmentChanged changed) {
        switch (changed.kind()) {
            case REQUESTED -> toTherapist(Letter.DIARY_REQUESTED, changed);
            case APPROVED -> {
                toClient(Letter.TIME_APPROVED, changed);
                remind(changed);
            }
            case DECLINED -> toClient(Letter.TIME_DECLINED, changed);
            case BOOKED -> {
                toClient(Letter.TIME_BOOKED, changed);
                toTherapist(Letter.DIARY_BOOKED, changed);
                remind(changed);
            }
            case MOVED -> {
                toClient(Letter.TIME_MOVED, changed);
                toTherapist(Letter.DIARY_MOVED, changed);
                remind(changed);
            }
            case CANCELLED -> cancelled(changed);
            case CANCELLED_UNSAFE -> {
                // somebody who harms her may have come to know of it: nothing more, until her therapist has looked
                cards.stop(changed.client(), ContactCard.Stop.PAUSED);
                cancelled(changed);
            }
            case HELD_ENDED, ATTENDED, MISSED -> forgetReminders(changed);
        }
    }

    /**
     * Whoever takes back within minutes what she herself has made, tells of neither. What somebody else has made, and believes in, is told.
     */
    private void cancelled(AppointmentChanged changed) {
        forgetReminders(changed);
        boolean ofHerOwn = Optional.ofNullable(entities.find(Appointment.class, changed.appointment()))
                .filter(appointment -> appointment.madeBy() == changed.by())
                .isPresent();
        if (!ofHerOwn) {
            mailer.drop(changed.appointment(), changed.client().value());
        }
        toClient(Letter.TIME_CANCELLED, changed);
        toTherapist(Letter.DIARY_CANCELLED, changed);
    }

    private void toClient(Letter letter, AppointmentChanged changed) {
        mailer.afterPause(letter, changed.client().value(), changed.appointment(), changed.start());
    }

    /** Nobody is written to about what she has just done herself. */
    private void toTherapist(Letter letter, AppointmentChanged changed) {
        UUID therapist = changed.therapist().value();
        if (changed.by() == AppointmentChanged.By.THERAPIST) {
            mailer.drop(changed.appointment(), therapist);
        } else {
            mailer.afterPause(letter, therapist, changed.appointment());
        }
    }

    private void remind(AppointmentChanged changed) {
        forgetReminders(changed);
        Instant now = clock.instant();
        for (Letter reminder : ReminderTimes.ALL) {
            Instant aim = reminders.aim(reminder, changed.start());
            if (aim.isAfter(now)) {
                mailer.remind(
                        reminder,
                        changed.client().value(),
                        changed.appointment(),
                        aim,
                        reminders.notAfter(reminder, changed.start()));
            }
        }
    }

    private void forgetReminders(AppointmentChanged changed) {
        mailer.dropReminders(changed.appointment(), changed.client().value());
    }
}
