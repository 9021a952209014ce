package org.safespaces.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.safespaces.mail.Letter;
import org.safespaces.settings.PracticeSettings;

/** When reminders of a session go: the practice has set it. */
@ApplicationScoped
class ReminderTimes {
    /** The reminders there are, the earlier one first. */
    static final List<Letter> ALL = List.of(Letter.FIRST_REMINDER, Letter.SECOND_REMINDER);

    private static final Duration TOO_LATE = Duration.ofMinutes(30);

    @Inject
    private PracticeSettings settings;

    /** The moment a reminder of a session is meant for. */
    Instant aim(Letter reminder, Instant start) {
        return start.minus(reminder == Letter.FIRST_REMINDER ? settings.firstReminder() : settings.secondReminder());
    }

    /** When it is too late for it: for the first, once it is time for the second. */
    Instant notAfter(Letter reminder, Instant start) {
        return reminder == Letter.FIRST_REMINDER ? aim(Letter.SECOND_REMINDER, start) : start.minus(TOO_LATE);
    }
}
