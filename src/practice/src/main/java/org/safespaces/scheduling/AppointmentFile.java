package org.safespaces.scheduling;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.NoSuchPerson;

/** A client's appointment as a file for her own calendar. Made when she asks for it, and kept nowhere. Source: booking.md 11. */
@Stateless
@RolesAllowed("client")
public class AppointmentFile {
    /** The most UTF-16 units a word of her own may have. */
    public static final int LONGEST = CalendarWord.LONGEST;

    @Inject
    private Timetable timetable;

    @Inject
    private CalendarMarks marks;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /** Under the word "Appointment"; throws {@link NoSuchPerson} for any appointment that is not the caller's, or not live. */
    public String of(UUID appointment) {
        return file(appointment, CalendarWord.USUAL);
    }

    /** Under a word of her own. Throws {@link WordRefused}; and what {@link #of(UUID)} throws. */
    public String of(UUID appointment, String word) {
        return file(appointment, CalendarWord.typed(word));
    }

    private String file(UUID id, CalendarWord word) {
        CaseId me = caller.client().orElseThrow(NoSuchPerson::new);
        CalendarEntry entry = timetable.of(me).stream()
                .filter(own -> own.id().equals(id))
                .filter(own -> own.status().isLive())
                .findFirst()
                .flatMap(own -> entry(own, word))
                .orElseThrow(NoSuchPerson::new);
        return CalendarText.of(List.of(entry), clock.instant());
    }

    private Optional<CalendarEntry> entry(Appointment own, CalendarWord word) {
        return CalendarFeeds.certainty(own.status())
                .map(certainty -> new CalendarEntry(
                        marks.inFile(own.id()).toString(),
                        own.version(),
                        word.text(),
                        own.during().from(),
                        own.during().until(),
                        certainty));
    }
}
