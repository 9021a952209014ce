package org.safespaces.scheduling;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.CaseState;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.People;
import org.safespaces.people.TherapistSummary;

/**
 * A client's side: the free times of her own therapist, her appointments, holding, booking, moving and cancelling. She says what
 * kind of session and when it begins, and nothing else; therapist, end, breaks and price follow from what the practice knows.
 *
 * <p>What changes something can be repeated: it says the same twice. Each throws {@link DiaryBusy} when too many reach for one diary
 * at once, or the database was gone; whether that act was done is found out by doing it again in the same words.
 */
@Stateless
@RolesAllowed("client")
public class Booking {
    private static final int MOST_DAYS = 35;
    private static final int A_WEEK = 7;

    @Inject
    private Reservations reservations;

    @Inject
    private Timetable timetable;

    @Inject
    private Caller caller;

    @Inject
    private People people;

    @Inject
    private Clock clock;

    /** Does a case belong to the caller's sign-in yet? Everything else here throws {@link NoSuchPerson} until then. */
    public boolean hasJoined() {
        return caller.client().isPresent();
    }

    /** The caller's therapist: the one who has held her case longest. */
    public TherapistSummary therapist() {
        return Timetable.first(people.therapistsOf(me()));
    }

    /** Is therapy going on? While it rests, and after it has ended, she books nothing herself. */
    private boolean isOpen() {
        return people.summary(me()).state() == CaseState.ACTIVE;
    }

    /** Where the caller reads her times: as she chose, else where her therapist is. Never guessed. */
    public ZoneId zone() {
        return people.zoneOf(me()).orElseGet(() -> therapist().zone());
    }

    /** From now on she reads them there. */
    public void chooseZone(ZoneId zone) {
        people.chooseZone(zone);
    }

    /** The kinds of session she can book herself. */
    public List<SessionKind> kinds() {
        if (!isOpen()) {
            return List.of();
        }
        return timetable.offeredToClients().stream().map(SessionType::kind).toList();
    }

    /**
     * All that a page of free times shows, in one transaction: asked for bit by bit, it cost several times as much. Empty for a sign-in
     * that no case belongs to.
     *
     * @param kindOrNull one of {@link #kinds}; any other throws {@link NoSuchPerson}. {@code null} for the first
     * @param weekOrNull a Monday
     * @param timeOrNull shows the week in which it lies when no week is named. Without either: the first week with a free time
     *     among this one and the four after it; this one, when there is none
     */
    public Optional<WeekToBook> week(UUID kindOrNull, LocalDate weekOrNull, Instant timeOrNull) {
        return caller.client().map(me -> week(me, kindOrNull, weekOrNull, timeOrNull));
    }

    private WeekToBook week(CaseId me, UUID kindOrNull, LocalDate weekOrNull, Instant timeOrNull) {
        TherapistSummary therapist = Timetable.first(people.therapistsOf(me));
        ZoneId zone = people.zoneOf(me).orElse(therapist.zone());
        LocalDate named = Optional.ofNullable(timeOrNull)
                .map(time -> FreeTimes.mondayOf(LocalDate.ofInstant(time, zone)))
                .orElse(null);
        LocalDate monday = Optional.ofNullable(weekOrNull).orElse(named);
        LocalDate thisWeek = FreeTimes.mondayOf(LocalDate.ofInstant(clock.instant(), zone));
        List<SessionType> offered = timetable.offeredToClients();
        Optional<FreeTimes> times = chosen(offered, kindOrNull)
                .map(type -> freeTimes(
                        therapist,
                        type,
                        Optional.ofNullable(monday).orElse(thisWeek),
                        monday == null ? MOST_DAYS : A_WEEK,
                        zone,
                        stretch -> timetable.availability(therapist, me, type, stretch, clock.instant())));
        LocalDate shown = Optional.ofNullable(monday)
                .or(() -> times.flatMap(FreeTimes::firstWeek))
                .orElse(thisWeek);
        return new WeekToBook(
                zone,
                offered.stream().map(SessionType::kind).toList(),
                shown,
                times.map(found -> found.within(shown, A_WEEK)));
    }

    private static Optional<SessionType> chosen(List<SessionType> offered, UUID kindOrNull) {
        if (kindOrNull == null) {
            return offered.stream().findFirst();
        }
        return Optional.of(named(offered, kindOrNull));
    }

    private static SessionType named(List<SessionType> offered, UUID kind) {
        return offered.stream()
                .filter(each -> each.id().equals(kind))
                .findFirst()
                .orElseThrow(NoSuchPerson::new);
    }

    /**
     * The free times of some days, as the calendar stands where the reader is. Shown is not kept: between looking and
     * holding a time may go.
     *
     * @param kind one of {@link #kinds}; any other throws {@link NoSuchPerson}
     * @param days how many, at most 35
     */
    public FreeTimes freeTimes(UUID kind, LocalDate from, int days, ZoneId reader) {
        CaseId me = me();
        TherapistSummary therapist = Timetable.first(people.therapistsOf(me));
        SessionType type = named(timetable.offeredToClients(), kind);
        return freeTimes(
                therapist,
                type,
                from,
                days,
                reader,
                stretch -> timetable.availability(therapist, me, type, stretch, clock.instant()));
    }

    /** Where one of her appointments could be moved to; the time it has now is among them. As {@link #freeTimes} otherwise. */
    public FreeTimes freeTimesToMove(UUID id, LocalDate from, int days, ZoneId reader) {
        Appointment own = own(id);
        TherapistSummary therapist = people.therapist(own.therapist());
        SessionType type = timetable.type(own.typeId());
        return freeTimes(
                therapist,
                type,
                from,
                days,
                reader,
                stretch -> timetable.availabilityToMove(own, therapist, me(), type, stretch, clock.instant()));
    }

    private FreeTimes freeTimes(
            TherapistSummary therapist,
            SessionType type,
            LocalDate from,
            int days,
            ZoneId reader,
            Function<Span, Availability> availability) {
        int count = Math.min(days, MOST_DAYS);
        Instant now = clock.instant();
        Availability known = availability.apply(new Span(
                from.atStartOfDay(reader).toInstant(),
                from.plusDays(count).atStartOfDay(reader).toInstant()));
        return new FreeTimes(therapist, type.kind(), known.isFullFor(now), known.days(from, count, reader, now));
    }

    /**
     * Keeps a time for ten minutes while she reads what she is about to book; gives up the one she held before. Holding what she
     * holds already gives the same.
     *
     * @throws SlotTaken when it is not free, or not any more; what she held before is still hers then
     * @throws NoSuchPerson for a kind of session that clients cannot book
     */
    @TransactionAttribute(NOT_SUPPORTED)
    public AppointmentSummary hold(UUID kind, Instant start) {
        if (!isOpen()) {
            throw new SlotTaken();
        }
        return Collisions.repeated(() -> reservations.hold(kind, start));
    }

    /** A time that was held for her, to be confirmed; empty once she has confirmed it. Whether the hold is over does not matter here. */
    public Optional<HeldTime> held(UUID id) {
        Appointment own = own(id);
        if (own.status() != AppointmentStatus.HELD && !own.isEndedHold()) {
            return Optional.empty();
        }
        AppointmentSummary summary = timetable.forClient(own, me(), clock.instant());
        return Optional.of(new HeldTime(
                summary,
                timetable.isFirst(me(), own.therapist()),
                summary.start().minus(timetable.type(own.typeId()).terms().notice())));
    }

    /**
     * Books what is held for her. The id of the hold is the key: however often it comes, it is one booking with one answer. A hold
     * that is over is tried afresh. A first session with a therapist is asked for; every other is booked.
     *
     * @param hold what {@link #hold} gave, with the same kind and start
     * @throws SlotTaken when it was not held any more, and is not free; {@link RequestChanged} for a key used for something else.
     *     Nothing was booked then
     */
    @TransactionAttribute(NOT_SUPPORTED)
    public AppointmentSummary book(UUID hold, UUID kind, Instant start) {
        return Collisions.repeated(() -> reservations.book(hold, kind, start));
    }

    /** The caller's appointments, earliest first, those that are over or cancelled among them; nothing that is only held. */
    public List<AppointmentSummary> mine() {
        Instant now = clock.instant();
        CaseId me = me();
        return timetable.of(me).stream()
                .filter(Booking::wasAgreedOrAskedFor)
                .map(appointment -> timetable.forClient(appointment, me, now))
                .toList();
    }

    /** One of them; throws {@link NoSuchPerson} for every other. */
    public AppointmentSummary one(UUID id) {
        return Optional.of(own(id))
                .filter(Booking::wasAgreedOrAskedFor)
                .map(own -> timetable.forClient(own, me(), clock.instant()))
                .orElseThrow(NoSuchPerson::new);
    }

    private static boolean wasAgreedOrAskedFor(Appointment appointment) {
        return appointment.status() != AppointmentStatus.HELD && !appointment.isEndedHold();
    }

    /**
     * Takes one of hers to another time; it keeps its kind, and stays agreed or asked for.
     *
     * @param key the same key with the same time is the same act
     * @throws SlotTaken for a time that is not free; {@link TooLateToMove} within the time in which only her therapist can, or when it
     *     stands in the diary of somebody who is not her therapist any more; {@link WrongStatus}; {@link RequestChanged}
     */
    @TransactionAttribute(NOT_SUPPORTED)
    public AppointmentSummary move(UUID id, Instant start, UUID key) {
        return Collisions.repeated(() -> reservations.move(id, start, key));
    }

    /**
     * Gives a time back. Doing so again is fine and says the same; the reason given first stays.
     *
     * @throws NoSuchPerson for any appointment that is not the caller's; {@link AlreadyBegun}; {@link WrongStatus}
     */
    @TransactionAttribute(NOT_SUPPORTED)
    public AppointmentSummary cancel(UUID id, CancelReason why) {
        return Collisions.repeated(() -> reservations.cancel(id, why));
    }

    private Appointment own(UUID id) {
        CaseId me = me();
        return timetable.of(me).stream()
                .filter(appointment -> appointment.id().equals(id))
                .findFirst()
                .orElseThrow(NoSuchPerson::new);
    }

    private CaseId me() {
        return caller.client().orElseThrow(NoSuchPerson::new);
    }
}
