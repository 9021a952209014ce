package org.safespaces.scheduling;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.safespaces.access.Role;
import org.safespaces.audit.Actor;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.People;
import org.safespaces.people.TherapistId;
import org.safespaces.people.TherapistSummary;
import org.safespaces.scheduling.AppointmentChanged.By;
import org.safespaces.scheduling.AppointmentChanged.Kind;
import org.safespaces.vault.Column;
import org.safespaces.vault.ServerSeal;

/**
 * One try at holding, booking, moving or cancelling, in one transaction. {@link Booking} stands outside of it and tries again; pages
 * go there. The order of locks is fixed: key of the act, diary, the client's account, log. Every change is flushed here, or the
 * database's refusal would come after the method.
 */
@Stateless
@RolesAllowed("client")
public class Reservations {
    private static final Column ACTOR = new Column("audit_event", "actor");

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Timetable timetable;

    @Inject
    private EndOfHolds endOfHolds;

    @Inject
    private ActKeys keys;

    @Inject
    private SealedReasons reasons;

    @Inject
    private AppointmentNews news;

    @Inject
    private Caller caller;

    @Inject
    private People people;

    @Inject
    private ServerSeal serverSeal;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** See {@link Booking#hold}. */
    public AppointmentSummary hold(UUID type, Instant start) {
        return Collisions.named(() -> {
            CaseId client = me();
            SessionType kind = offered(type);
            TherapistSummary therapist = Timetable.first(people.therapistsOf(client));
            lock(client, therapist.id());
            return summary(held(client, therapist, kind, start), client);
        });
    }

    private Appointment held(CaseId client, TherapistSummary therapist, SessionType type, Instant start) {
        Instant now = clock.instant();
        return holdsOf(client).stream()
                .filter(hold -> hold.stands(therapist.id(), type.id(), start))
                .findFirst()
                .orElseGet(() -> holdAnew(client, therapist, type, start, now));
    }

    private Appointment holdAnew(
            CaseId client, TherapistSummary therapist, SessionType type, Instant start, Instant now) {
        checkFree(timetable.availability(therapist, client, type, type.terms().blocked(start), now), start, now);
        endOfHolds.end(holdsOf(client), By.CLIENT);
        UUID id = Ids.fresh();
        Appointment hold = Appointment.hold(id, therapist, timetable.mark(client, id), type, start, now);
        entities.persist(hold);
        entities.flush();
        return hold;
    }

    /** See {@link Booking#book}. */
    public AppointmentSummary book(UUID hold, UUID type, Instant start) {
        return Collisions.named(() -> {
            CaseId client = me();
            boolean first = keys.isFirst(hold, client, hold, ActKeys.Outcome.BOOKED, type + " " + start);
            Appointment own = own(client, hold);
            if (first) {
                lock(client, own.therapist());
                entities.refresh(own);
                if (!own.stands(own.therapist(), type, start)) {
                    throw new RequestChanged();
                }
                confirm(client, own);
            }
            return summary(own, client);
        });
    }

    private void confirm(CaseId client, Appointment own) {
        Instant now = clock.instant();
        takeUpAgain(client, own, now);
        boolean asks = timetable.isFirst(client, own.therapist());
        if (asks) {
            own.request(now);
        } else {
            own.confirm();
        }
        entities.flush();
        record(client, own, asks ? AuditAction.APPOINTMENT_REQUESTED : AuditAction.APPOINTMENT_BOOKED);
        news.tell(own, asks ? Kind.REQUESTED : Kind.BOOKED, By.CLIENT);
    }

    /** What is held for her is hers, whatever the hour; only more sessions than she may have are refused. What is not held any more has to be free. */
    private void takeUpAgain(CaseId client, Appointment own, Instant now) {
        SessionType type = timetable.type(own.typeId());
        TherapistSummary therapist = people.therapist(own.therapist());
        Instant start = own.during().from();
        Availability availability =
                timetable.availability(therapist, client, type, type.terms().blocked(start), now);
        if (own.isEndedHold()) {
            if (!type.isOfferedToClients() || !timetable.isOwnTherapist(client, own)) {
                throw new SlotTaken();
            }
            checkFree(availability, start, now);
            endOfHolds.end(holdsOf(client), By.CLIENT);
            own.holdAgain(now);
            entities.flush();
        } else if (availability.isFullFor(now)) {
            throw new SlotTaken();
        }
    }

    /** See {@link Booking#move}. */
    public AppointmentSummary move(UUID id, Instant start, UUID key) {
        return Collisions.named(() -> {
            CaseId client = me();
            Appointment own = own(client, id);
            if (keys.isFirst(key, client, id, ActKeys.Outcome.MOVED, id + " " + start)) {
                lock(client, own.therapist());
                entities.refresh(own);
                move(client, own, start);
            }
            return summary(own, client);
        });
    }

    private void move(CaseId client, Appointment own, Instant start) {
        Instant now = clock.instant();
        if (!own.status().isLive() || own.status() == AppointmentStatus.HELD) {
            throw new WrongStatus(own.status());
        }
        if (!own.canBeMovedByClient(now) || !timetable.isOwnTherapist(client, own)) {
            throw new TooLateToMove();
        }
        if (own.during().from().equals(start)) {
            return;
        }
        SessionType type = timetable.type(own.typeId());
        TherapistSummary therapist = people.therapist(own.therapist());
        Span blocked = type.terms().blocked(start);
        checkFree(timetable.availabilityToMove(own, therapist, client, type, blocked, now), start, now);
        endOfHolds.end(holdsOf(client), By.CLIENT);
        own.move(type, start, therapist.zone());
        own.changeByHand();
        entities.flush();
        record(client, own, AuditAction.APPOINTMENT_MOVED);
        news.tell(own, Kind.MOVED, By.CLIENT);
    }

    /** See {@link Booking#cancel}. */
    public AppointmentSummary cancel(UUID id, CancelReason why) {
        return Collisions.named(() -> {
            CaseId client = me();
            Appointment own = own(client, id);
            lock(client, own.therapist());
            entities.refresh(own);
            if (own.status() == AppointmentStatus.HELD) {
                endOfHolds.end(List.of(own), By.CLIENT);
            } else if (own.cancelByClient(clock.instant(), why, reasons.seal(why, id))) {
                entities.flush();
                record(client, own, AuditAction.APPOINTMENT_CANCELLED);
                news.tell(own, why == CancelReason.UNSAFE ? Kind.CANCELLED_UNSAFE : Kind.CANCELLED, By.CLIENT);
            }
            return summary(own, client);
        });
    }

    private CaseId me() {
        return caller.client().orElseThrow(NoSuchPerson::new);
    }

    /** Every diary that something of hers may change in, in order, and then her account: nothing else of hers is booked meanwhile. */
    private void lock(CaseId client, TherapistId therapist) {
        timetable.lock(Stream.concat(Stream.of(therapist), timetable.holdersFor(client)));
        people.lockAccount(client);
    }

    private List<Appointment> holdsOf(CaseId client) {
        return timetable.of(client).stream()
                .filter(appointment -> appointment.status() == AppointmentStatus.HELD)
                .toList();
    }

    private SessionType offered(UUID type) {
        return Optional.ofNullable(timetable.type(type))
                .filter(SessionType::isOfferedToClients)
                .orElseThrow(NoSuchPerson::new);
    }

    private static void checkFree(Availability availability, Instant start, Instant now) {
        if (availability.at(start, now).isEmpty()) {
            throw new SlotTaken();
        }
    }

    private Appointment own(CaseId client, UUID id) {
        return Optional.ofNullable(entities.find(Appointment.class, id))
                .filter(appointment -> appointment.isOf(timetable.tag(client)))
                .orElseThrow(NoSuchPerson::new);
    }

    private AppointmentSummary summary(Appointment own, CaseId client) {
        return timetable.forClient(own, client, clock.instant());
    }

    /**
     * The client as the log names her here: not by her case, as elsewhere. Case and appointment side by side would tell
     * whoever holds a dump who meets whom.
     */
    private void record(CaseId client, Appointment own, AuditAction action) {
        ByteBuffer index = ByteBuffer.wrap(serverSeal.tag(ACTOR, ServerSeal.bytes(client.value())));
        Actor actor = new Actor(new UUID(index.getLong(), index.getLong()), Role.CLIENT);
        audit.record(actor, action, "appointment", own.id());
    }
}
