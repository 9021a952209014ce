package org.safespaces.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.mail.Letter;
import org.safespaces.mail.Occasions;

/** What reminders tell of: a session that is still agreed, at the time it was when the reminder was meant to go. */
@ApplicationScoped
class SessionsAhead implements Occasions {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ReminderTimes reminders;

    @Override
    public boolean isStillSo(UUID subject, Letter letter, Instant meant) {
        return Optional.ofNullable(entities.find(Appointment.class, subject))
                .filter(appointment -> appointment.status() == AppointmentStatus.CONFIRMED)
                .filter(appointment ->
                        reminders.aim(letter, appointment.during().from()).equals(meant))
                .isPresent();
    }

    @Override
    public String when(UUID subject, ZoneId reader) {
        Instant start = entities.find(Appointment.class, subject).during().from();
        return new SpokenTime(start, reader).reminder();
    }
}
