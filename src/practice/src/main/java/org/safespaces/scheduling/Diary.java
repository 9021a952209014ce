package org.safespaces.scheduling;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.safespaces.access.CaseAccess;
import org.safespaces.access.Cases;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.ClientSummary;
import org.safespaces.people.NoSuchPerson;
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
    private static final int MOST_DAYS = 35;
    private static final ZoneId USUAL_ZONE = ZoneId.of("Europe/London");

    @Inject
    private Timetable timetable;

    @Inject
    private Plans plans;

    @Inject
    private Arranging arranging;

    @Inject
    private AuditTrail audit;

    @Inject
    private CaseAccess access;

    @Inject
    private Cases cases;

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

    /** What takes up, or took up, time on a day. */
    public List<DiaryEntry> day(LocalDate date) {
        return entries(span(date, 1), Diary::tookTime);
    }

    /** The same for the week of that date, from its Monday. */
    public List<DiaryEntry> week(LocalDate date) {
        return entries(span(FreeTimes.mondayOf(date), 7), Diary::tookTime);
    }

    /** What was given back in the week of that date. */
    public List<DiaryEntry> cancelled(LocalDate date) {
        return entries(
                span(FreeTimes.mondayOf(date), 7),
                entry -> entry.status() == AppointmentStatus.CANCELLED
                        || entry.status() == AppointmentStatus.LATE_CANCELLED);
    }

    /** All appointments of a case, newest first; throws {@code NotYours} for a case that is not hers. */
    public List<DiaryEntry> appointmentsOf(CaseId caseId) {
        access.holder(caseId);
        return timetable.forTherapist(timetable.of(caseId)).stream()
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
        return timetable.forTherapist(timetable.of(caseId).stream()
                .filter(appointment -> appointment.status().isLive())
                .filter(appointment -> appointment.during().until().isAfter(now))
                .toList());
    }

    /** The last and the next appointment of a case; throws {@code NotYours} for a case that is not hers. */
    public CaseTimes times(CaseId caseId) {
        access.holder(caseId);
        return timetable.times(Set.of(caseId), clock.instant()).getOrDefault(caseId, CaseTimes.NONE);
    }

    /** The same for the whole caseload of the caller and what she covers, in one question; a case without appointments is left out. */
    public Map<CaseId, CaseTimes> times() {
        return timetable.times(
                cases.mine().stream().map(ClientSummary::id).collect(Collectors.toSet()), clock.instant());
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

    /** One that stands or stood in her diary; throws {@link NoSuchPerson} for any other, and that is recorded. */
    public OwnAppointment find(UUID id) {
        Appointment own = own(id);
        TherapistSummary me = me().orElseThrow(NoSuchPerson::new);
        Instant now = clock.instant();
        DiaryEntry entry = timetable.forTherapist(own);
        List<Appointment> repeats = own.isChangedByHand() ? List.of() : timetable.repeats(own, now);
        boolean ahead = own.isLive(now) && own.during().from().isAfter(now);
        return new OwnAppointment(
                entry,
                me.zone(),
                entry.caseId().flatMap(people::zoneOf).filter(zone -> !zone.equals(me.zone())),
                own.madeBy(),
                !own.during().from().isAfter(now),
                own.isChargeable(),
                own.freeUntil(),
                own.cancelledBy(),
                ahead && isOutside(me, own),
                repeats.size(),
                (int) repeats.stream()
                        .filter(each ->
                                !each.during().from().isBefore(own.during().from()))
                        .count());
    }

    private boolean isOutside(TherapistSummary me, Appointment own) {
        return !timetable.openings(me, own.during()).cover(own.during())
                && !timetable.kept(me.id(), own.during()).contains(own.id());
    }

    private Appointment own(UUID id) {
        return caller.therapist().flatMap(me -> timetable.mine(me, id)).orElseThrow(() -> {
            audit.recordRefusal(caller.actor(), AuditAction.ACCESS_REFUSED, "appointment", id);
            return new NoSuchPerson();
        });
    }

    /** What is in the way of another time for one of hers. */
    public PlannedTime plan(UUID id, LocalDateTime wall) {
        return plans.moved(me().orElseThrow(NoSuchPerson::new), List.of(own(id)), List.of(wall), clock.instant())
                .get(0);
    }

    /** What is in the way of a time for a client; throws {@code NotYours} for a case that is not hers. */
    public PlannedTime plan(CaseId client, UUID type, LocalDateTime wall) {
        TherapistSummary me = people.therapist(access.holder(client));
        return plans.fresh(me, client, kind(type), List.of(wall), clock.instant())
                .get(0);
    }

    /** Times within her hours to which one of hers could move, on some days. */
    public List<PlannedTime> freeTimes(UUID id, LocalDate first, int days) {
        TherapistSummary me = me().orElseThrow(NoSuchPerson::new);
        Appointment own = own(id);
        List<LocalDateTime> walls = starts(me, timetable.type(own.typeId()), first, days);
        return walls.isEmpty() ? List.of() : free(plans.moved(me, List.of(own), walls, clock.instant()));
    }

    /** Times within her hours that are free for a client, on some days; throws {@code NotYours} for a case that is not hers. */
    public List<PlannedTime> freeTimes(CaseId client, UUID type, LocalDate first, int days) {
        TherapistSummary me = people.therapist(access.holder(client));
        SessionType kind = kind(type);
        List<LocalDateTime> walls = starts(me, kind, first, days);
        return walls.isEmpty() ? List.of() : free(plans.fresh(me, client, kind, walls, clock.instant()));
    }

    private List<LocalDateTime> starts(TherapistSummary me, SessionType type, LocalDate first, int days) {
        int many = Math.min(days, MOST_DAYS);
        Openings openings = timetable.openings(me, span(first, many));
        return first.datesUntil(first.plusDays(many))
                .flatMap(date -> openings.starts(date, type.terms()))
                .map(start -> LocalDateTime.ofInstant(start, me.zone()))
                .distinct()
                .toList();
    }

    private static List<PlannedTime> free(List<PlannedTime> planned) {
        return planned.stream()
                .filter(each -> each.kind() == PlannedTime.Kind.FREE)
                .toList();
    }

    /** The kinds of session she can book. */
    public List<SessionKind> kinds() {
        return timetable.offered().stream().map(SessionType::kind).toList();
    }

    private SessionType kind(UUID type) {
        return Optional.ofNullable(timetable.type(type))
                .filter(SessionType::isOffered)
                .orElseThrow(NoSuchPerson::new);
    }

    /**
     * Moves it to a time on her wall; where the clock shows it twice, to the first.
     *
     * @param outside a time outside of her hours is meant
     * @throws TimeDoesNotFit, {@link SlotTaken}, {@link WrongStatus}, {@link DiaryBusy}; nothing has changed then
     */
    @TransactionAttribute(NOT_SUPPORTED)
    public void move(UUID id, LocalDateTime wall, boolean outside) {
        act(() -> arranging.move(id, wall, outside));
    }

    /** Gives the time back, and of a series as much as is meant; never charged. Doing so again is fine. Throws {@link AlreadyBegun}. */
    @TransactionAttribute(NOT_SUPPORTED)
    public void cancel(UUID id, Part part) {
        act(() -> arranging.cancel(id, part));
    }

    /** The client came. Throws {@link NotYetBegun}, {@link WrongStatus}. */
    @TransactionAttribute(NOT_SUPPORTED)
    public void attended(UUID id) {
        act(() -> arranging.attended(id));
    }

    /** The client did not come. Throws as {@link #attended}. */
    @TransactionAttribute(NOT_SUPPORTED)
    public void missed(UUID id) {
        act(() -> arranging.missed(id));
    }

    /**
     * What was given back late, or missed, is not charged. Throws {@link WrongStatus} for anything else.
     *
     * @param why kept sealed
     */
    @TransactionAttribute(NOT_SUPPORTED)
    public void waive(UUID id, WaiverReason why) {
        act(() -> arranging.waive(id, why));
    }

    /**
     * Books for a client: at any time that is to come, past her hours if that is meant, and past no other appointment.
     *
     * @param key becomes the appointment's id: the same key again is the same act
     * @throws TimeDoesNotFit, {@link SlotTaken}, {@link DiaryBusy}; {@code NotYours} for a case that is not hers
     */
    @TransactionAttribute(NOT_SUPPORTED)
    public UUID bookFor(CaseId client, UUID type, LocalDateTime wall, UUID key, boolean outside) {
        return Collisions.repeated(() -> arranging.bookFor(client, type, wall, key, outside));
    }

    private static void act(Runnable change) {
        Collisions.repeated(() -> {
            change.run();
            return null;
        });
    }

    private List<DiaryEntry> entries(Span stretch, Predicate<DiaryEntry> wanted) {
        List<Appointment> all = caller.therapist()
                .map(therapist -> timetable.in(therapist, stretch))
                .orElse(List.of());
        return timetable.forTherapist(all).stream().filter(wanted).toList();
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
