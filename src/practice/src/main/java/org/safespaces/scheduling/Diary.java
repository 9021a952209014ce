package org.safespaces.scheduling;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
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
 * A therapist's side: her diary, never a colleague's. Appointments are shown by designation. To somebody of
 * whom there is no row yet, every answer is empty.
 */
@Stateless
@RolesAllowed("therapist")
public class Diary {
    private static final Duration FAR = Duration.ofDays(400);
    private static final int MOST_DAYS = 35;
    private static final ZoneId USUAL_ZONE = ZoneId.of("Europe/London");

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

    /** This moment, as every clock here has it. */
    public Instant now() {
        return clock.instant();
    }

    /**
     * Some days of her calendar, each with when she is open and what stands in it.
     *
     * @param count how many, at most 35
     */
    public List<DiaryDay> days(LocalDate first, int count) {
        int many = Math.min(count, MOST_DAYS);
        Span all = span(first, many);
        List<DiaryEntry> entries = entries(all, Diary::tookTime);
        Optional<Openings> openings = me().map(me -> timetable.openings(me, all));
        List<TimeOff> off = me().map(me -> timetable.timeOff(me.id(), all)).orElse(List.of());
        return first.datesUntil(first.plusDays(many))
                .map(date -> day(date, openings, off, entries))
                .toList();
    }

    private DiaryDay day(LocalDate date, Optional<Openings> openings, List<TimeOff> off, List<DiaryEntry> entries) {
        Span day = span(date, 1);
        return new DiaryDay(
                date,
                openings.map(each -> each.on(date)).orElse(List.of()).stream()
                        .map(span -> new DiaryDay.Stretch(span.from(), span.until()))
                        .toList(),
                off.stream().filter(each -> each.span().meets(day)).toList(),
                entries.stream()
                        .filter(entry -> day.meets(new Span(entry.start(), entry.end())))
                        .toList());
    }

    /** First sessions to come that wait for her word, earliest first. */
    public List<DiaryEntry> requests() {
        Instant now = clock.instant();
        return entries(new Span(now, now.plus(FAR)), entry -> entry.status() == AppointmentStatus.REQUESTED);
    }

    /** What takes up, or took up, time on a day. */
    public List<DiaryEntry> day(LocalDate date) {
        return entries(span(date, 1), Diary::tookTime);
    }

    /** The same for the week of that date, from its Monday. */
    public List<DiaryEntry> week(LocalDate date) {
        return entries(span(mondayOf(date), 7), Diary::tookTime);
    }

    /** What was given back in the week of that date. */
    public List<DiaryEntry> cancelled(LocalDate date) {
        return entries(
                span(mondayOf(date), 7),
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

    private Span span(LocalDate first, int count) {
        return new Span(startOf(first), startOf(first.plusDays(count)));
    }

    private Instant startOf(LocalDate date) {
        return date.atStartOfDay(zone()).toInstant();
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
