package org.safespaces.scheduling;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.safespaces.people.Caller;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.People;
import org.safespaces.people.TherapistSummary;

/**
 * When a therapist is open: the hours of her weeks, dates that differ, leave and blocked time; hers only. Each change has
 * the diary to itself, and moves no appointment: what lies outside afterwards is told by {@link #outside}, and waits for her
 * decision. To somebody of whom there is no row yet, every answer is empty.
 */
@Stateless
@RolesAllowed("therapist")
public class OwnHours {
    private static final Duration FAR = Duration.ofDays(1100);

    @Inject
    private HoursChanges changes;

    @Inject
    private Timetable timetable;

    @Inject
    private Caller caller;

    @Inject
    private People people;

    @Inject
    private Clock clock;

    /** The week that goes today, and each that is set for later. */
    public List<Week> weeks() {
        return me().map(me -> Week.since(today(me), timetable.week(me.id()))).orElse(List.of());
    }

    /** The week that goes on a day. */
    public Week weekOf(LocalDate date) {
        return me().map(me -> Week.on(date, timetable.week(me.id())))
                .orElse(new Week(Optional.empty(), Optional.empty(), List.of()));
    }

    /** Today and later: dates with hours of their own, earliest first. */
    public List<ExceptionDay> exceptions() {
        return me().map(me -> timetable.exceptions(me.id(), today(me), today(me).plusDays(FAR.toDays())))
                .orElse(List.of());
    }

    /** Leave and blocked time that is not over, earliest first. */
    public List<TimeOff> timeOff() {
        return me().map(me -> timetable.timeOff(me.id(), ahead())).orElse(List.of());
    }

    /** How her days are divided. */
    public StartTimes startTimes() {
        return me().flatMap(me -> timetable.diary(me.id()))
                .map(StoredDiary::startTimes)
                .orElse(StartTimes.USUAL);
    }

    /**
     * Sets the hours of every week in place of those there were, for some days or until further notice.
     *
     * @param first today or later
     * @param last empty for until further notice
     * @throws HoursDoNotFit for hours that close before they open, or overlap, or days that are over; {@link DiaryBusy}.
     *     Nothing has changed then
     */
    @TransactionAttribute(NOT_SUPPORTED)
    public void openOn(List<OpenHours> week, LocalDate first, Optional<LocalDate> last) {
        List<OpenHours> hours = List.copyOf(week);
        LocalDate end = last.orElse(LocalDate.MAX);
        act(() -> changes.replaceWeek(hours, Objects.requireNonNull(first), end));
    }

    /** Gives a date hours of its own, in place of its week's and of those it had; with none it is closed. Throws as {@link #openOn}. */
    @TransactionAttribute(NOT_SUPPORTED)
    public void openDifferently(ExceptionDay day) {
        act(() -> changes.replaceDay(day));
    }

    /** The date has the hours of its week again. */
    @TransactionAttribute(NOT_SUPPORTED)
    public void openAsUsual(LocalDate date) {
        act(() -> changes.dropDay(date));
    }

    /**
     * Is off from one time on her wall to another. A time in the gap of a spring night counts as its end; in the doubled hour
     * of autumn it begins at the earlier and ends at the later of the two.
     *
     * @throws HoursDoNotFit when it ends before it begins, is over, or lasts for more than a year; {@link DiaryBusy}
     */
    @TransactionAttribute(NOT_SUPPORTED)
    public void takeOff(TimeOff.Kind kind, LocalDateTime from, LocalDateTime until) {
        ZoneId zone = me().map(TherapistSummary::zone).orElseThrow(NoSuchPerson::new);
        TimeOff off = new TimeOff(Ids.fresh(), kind, WallTime.opening(from, zone), WallTime.closing(until, zone));
        act(() -> changes.takeOff(off));
    }

    /** Takes leave or blocked time back. Doing so again is fine. */
    @TransactionAttribute(NOT_SUPPORTED)
    public void dropTimeOff(UUID id) {
        act(() -> changes.dropTimeOff(id));
    }

    /** Throws {@link HoursDoNotFit} for steps or numbers that cannot be chosen. */
    @TransactionAttribute(NOT_SUPPORTED)
    public void divide(StartTimes times) {
        act(() -> changes.divide(times));
    }

    /** Her appointments to come that do not lie in open time (any more), and of which she has not said that they stand. */
    public List<DiaryEntry> outside() {
        return me().map(this::outside).orElse(List.of());
    }

    private List<DiaryEntry> outside(TherapistSummary me) {
        Span ahead = ahead();
        Openings openings = timetable.openings(me, ahead);
        Set<UUID> kept = timetable.kept(me.id(), ahead);
        return timetable.in(me.id(), ahead).stream()
                .filter(appointment -> appointment.status().isLive())
                .filter(appointment -> !kept.contains(appointment.id()))
                .filter(appointment -> !openings.cover(appointment.during()))
                .map(timetable::forTherapist)
                .toList();
    }

    /** It stands as it is, outside of her hours. Throws {@link NoSuchPerson} for one that is not in her diary. */
    @TransactionAttribute(NOT_SUPPORTED)
    public void keep(UUID appointment) {
        act(() -> changes.keep(appointment));
    }

    private static void act(Runnable change) {
        Collisions.repeated(() -> {
            change.run();
            return null;
        });
    }

    private Optional<TherapistSummary> me() {
        return caller.therapist().map(people::therapist);
    }

    private LocalDate today(TherapistSummary me) {
        return LocalDate.ofInstant(clock.instant(), me.zone());
    }

    private Span ahead() {
        Instant now = clock.instant();
        return new Span(now, now.plus(FAR));
    }
}
