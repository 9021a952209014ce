package org.safespaces.scheduling;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.safespaces.access.CaseAccess;
import org.safespaces.mail.Addressee;
import org.safespaces.mail.Addressees;
import org.safespaces.mail.Letter;
import org.safespaces.mail.Moment;
import org.safespaces.people.CaseId;

/** What a therapist is told about reminders to her clients. */
@Stateless
@RolesAllowed("therapist")
public class Reminders {
    @Inject
    private CaseAccess access;

    @Inject
    private Timetable timetable;

    @Inject
    private ReminderTimes times;

    @Inject
    private Addressees addressees;

    @Inject
    private Clock clock;

    /**
     * Sessions ahead of which a client wants to be reminded, and cannot be, because no moment before them is safe; earliest first. Empty
     * where nothing may be sent to her at all. Throws {@code NotYours} for a case that is not the caller's.
     */
    public List<DiaryEntry> withoutMoment(CaseId caseId) {
        access.holder(caseId);
        Instant now = clock.instant();
        Optional<Addressee> reader = addressees.find(caseId.value());
        return reader.isEmpty()
                ? List.of()
                : timetable.of(caseId).stream()
                        .filter(appointment -> appointment.status() == AppointmentStatus.CONFIRMED)
                        .filter(appointment ->
                                isMissed(reader.get(), appointment.during().from(), now))
                        .map(timetable::forTherapist)
                        .toList();
    }

    private boolean isMissed(Addressee reader, Instant start, Instant now) {
        return ReminderTimes.ALL.stream().anyMatch(reminder -> isMissed(reminder, reader, start, now));
    }

    private boolean isMissed(Letter reminder, Addressee reader, Instant start, Instant now) {
        Instant aim = times.aim(reminder, start);
        return reader.wants(reminder)
                && aim.isAfter(now)
                && !Moment.isThereFor(reminder, reader, now, aim, times.notAfter(reminder, start));
    }
}
