package org.safespaces.scheduling;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.safespaces.access.CaseAccess;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.People;
import org.safespaces.people.TherapistId;
import org.safespaces.people.TherapistSummary;

/**
 * A therapist's side: her hours and her diary, never a colleague's. Appointments are shown by designation. To somebody of
 * whom there is no row yet, every answer is empty.
 */
@Stateless
@RolesAllowed("therapist")
public class Diary {
    private static final Duration FAR = Duration.ofDays(400);
    private static final ZoneId USUAL_ZONE = ZoneId.of("Europe/London");

    @Inject
    private WeeklyHours hours;

    @Inject
    private Timetable timetable;

    @Inject
    private CaseAccess access;

    @Inject
    private Caller caller;

    @Inject
    private People people;

    @Inject
    private Clock clock;

    /** The zone her hours and days are meant in. */
    public ZoneId zone() {
        return me().map(TherapistSummary::zone).orElse(USUAL_ZONE);
    }

    /** Today, where she is. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    /** The hours of her week, by day. */
    public List<OpenHours> weeklyHours() {
        return caller.therapist().map(timetable::week).orElse(List.of());
    }

    /**
     * Sets the hours of every week from now on, in place of those there were. Moves no appointment: see {@link
     * #outsideHours}.
     *
     * @throws HoursDoNotFit for hours that close before they open, or overlap; {@link DiaryBusy}. Nothing has changed then
     */
    @TransactionAttribute(NOT_SUPPORTED)
    public List<OpenHours> openOn(List<OpenHours> week) {
        return Collisions.repeated(() -> hours.replace(week));
    }

    /** Appointments to come that do not lie in her hours (any more): each waits for her decision. */
    public List<DiaryEntry> outsideHours() {
        Optional<Openings> openings = me().map(timetable::openings);
        Instant now = clock.instant();
        return entries(new Span(now, now.plus(FAR)), entry -> entry.status().isLive()).stream()
                .filter(entry -> !openings.orElseThrow().cover(new Span(entry.start(), entry.end())))
                .toList();
    }

    /** What takes up, or took up, time on a day. */
    public List<DiaryEntry> day(LocalDate date) {
        return entries(days(date, 1), Diary::tookTime);
    }

    /** The same for the week of that date, from its Monday. */
    public List<DiaryEntry> week(LocalDate date) {
        return entries(days(mondayOf(date), 7), Diary::tookTime);
    }

    /** What was given back in the week of that date. */
    public List<DiaryEntry> cancelled(LocalDate date) {
        return entries(
                days(mondayOf(date), 7),
                entry -> entry.status() == AppointmentStatus.CANCELLED
                        || entry.status() == AppointmentStatus.LATE_CANCELLED);
    }

    /** All appointments of a case, newest first; throws {@code NotYours} for a case that is not hers. */
    public List<DiaryEntry> appointmentsOf(CaseId caseId) {
        access.holder(caseId);
        List<Appointment> all = timetable.of(caseId);
        return all.stream()
                .map(timetable::forTherapist)
                .sorted(Diary::newestFirst)
                .toList();
    }

    /**
     * Appointments of a case that are still to come, earliest first, in whoever's diary they stand; for the one who holds it or is
     * asked to take it over, else {@code NotYours}.
     */
    public List<DiaryEntry> ahead(CaseId caseId) {
        access.concerned(caseId);
        Instant now = clock.instant();
        return timetable.of(caseId).stream()
                .filter(appointment -> appointment.status().isLive())
                .filter(appointment -> appointment.during().until().isAfter(now))
                .map(timetable::forTherapist)
                .toList();
    }

    /** Does it stand in the caller's own diary? */
    public boolean isMine(DiaryEntry entry) {
        return caller.therapist().filter(entry.therapist().id()::equals).isPresent();
    }

    /** The next appointment of a case with the caller; throws {@code NotYours} for a case that is not hers. */
    public Optional<DiaryEntry> next(CaseId caseId) {
        TherapistId me = access.holder(caseId);
        Instant now = clock.instant();
        return timetable.of(caseId).stream()
                .filter(appointment -> appointment.therapist().equals(me))
                .filter(appointment -> appointment.status().isLive())
                .filter(appointment -> appointment.during().until().isAfter(now))
                .map(timetable::forTherapist)
                .findFirst();
    }

    private List<DiaryEntry> entries(Span stretch, Predicate<DiaryEntry> wanted) {
        return caller.therapist().map(therapist -> timetable.in(therapist, stretch)).orElse(List.of()).stream()
                .map(timetable::forTherapist)
                .filter(wanted)
                .toList();
    }

    private Optional<TherapistSummary> me() {
        return caller.therapist().map(people::therapist);
    }

    private Span days(LocalDate first, int count) {
        ZoneId zone = zone();
        return new Span(
                first.atStartOfDay(zone).toInstant(),
                first.plusDays(count).atStartOfDay(zone).toInstant());
    }

    private static LocalDate mondayOf(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static boolean tookTime(DiaryEntry entry) {
        return switch (entry.status()) {
            case CONFIRMED, REQUESTED, HELD, DONE, NO_SHOW -> true;
            case CANCELLED, LATE_CANCELLED, EXPIRED -> false;
        };
    }

    private static int newestFirst(DiaryEntry one, DiaryEntry other) {
        return other.start().compareTo(one.start());
    }
}
