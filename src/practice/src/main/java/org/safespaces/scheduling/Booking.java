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
import java.util.UUID;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.People;
import org.safespaces.people.TherapistSummary;

/**
 * A client's side: the free times of her own therapist, her appointments, booking and cancelling. She says when a session
 * begins and nothing else; therapist, end and breaks follow from what the practice knows.
 */
@Stateless
@RolesAllowed("client")
public class Booking {
    private static final int MOST_DAYS = 35;

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

    /**
     * The free times of some days, as the calendar stands where the reader is. Shown is not kept: between looking and
     * booking a time may go.
     *
     * @param days how many, at most 35
     */
    public FreeTimes freeTimes(LocalDate from, int days, ZoneId reader) {
        TherapistSummary therapist = therapist();
        SessionType type = timetable.type(SessionType.THERAPY);
        int count = Math.min(days, MOST_DAYS);
        Instant now = clock.instant();
        Span about = new Span(
                from.atStartOfDay(reader).toInstant(),
                from.plusDays(count).atStartOfDay(reader).toInstant());
        Availability availability = timetable.availability(therapist, me(), type, about, now);
        return new FreeTimes(
                therapist,
                type.name(),
                type.terms().length(),
                availability.isFullFor(now),
                availability.days(from, count, reader, now));
    }

    /**
     * Books the time that begins then. The same key with the same start is the same act, however often it comes, and gets
     * the same answer.
     *
     * @throws SlotTaken when it is not free, or not any more; {@link RequestChanged} for a key used for something else;
     *     {@link DiaryBusy} when too many reach for this diary at once. Nothing was booked then
     */
    @TransactionAttribute(NOT_SUPPORTED)
    public AppointmentSummary book(Instant start, UUID idempotencyKey) {
        return Collisions.repeated(() -> reservations.book(start, idempotencyKey));
    }

    /** The caller's appointments, earliest first, those that are over or cancelled among them. */
    public List<AppointmentSummary> mine() {
        Instant now = clock.instant();
        return timetable.of(me()).stream()
                .map(appointment -> timetable.forClient(appointment, now))
                .toList();
    }

    /**
     * Gives a time back. Doing so again is fine and says the same.
     *
     * @throws NoSuchPerson for any appointment that is not the caller's; {@link AlreadyBegun}; {@link DiaryBusy}
     */
    @TransactionAttribute(NOT_SUPPORTED)
    public AppointmentSummary cancel(UUID id) {
        return Collisions.repeated(() -> reservations.cancel(id));
    }

    private CaseId me() {
        return caller.client().orElseThrow(NoSuchPerson::new);
    }
}
