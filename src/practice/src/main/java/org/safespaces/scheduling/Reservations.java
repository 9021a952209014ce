package org.safespaces.scheduling;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.access.Role;
import org.safespaces.audit.Actor;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.People;
import org.safespaces.people.TherapistSummary;
import org.safespaces.vault.Column;
import org.safespaces.vault.ServerSeal;

/**
 * One try at booking or cancelling, in one transaction. {@link Booking} stands outside of it and tries again; pages go
 * there. The order of locks is fixed: request, diary, log.
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
    private Caller caller;

    @Inject
    private People people;

    @Inject
    private ServerSeal serverSeal;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** See {@link Booking#book}. */
    public AppointmentSummary book(Instant start, UUID key) {
        return Collisions.named(() -> {
            CaseId client = caller.client().orElseThrow(NoSuchPerson::new);
            UUID fresh = Ids.fresh();
            UUID booked =
                    isFirst(key, client, start, fresh) ? reserve(client, start, fresh) : earlier(key, client, start);
            return timetable.forClient(entities.find(Appointment.class, booked), clock.instant());
        });
    }

    private UUID reserve(CaseId client, Instant start, UUID id) {
        TherapistSummary therapist = Timetable.first(people.therapistsOf(client));
        SessionType type = timetable.type(SessionType.THERAPY);
        timetable.lock(therapist.id());
        Instant now = clock.instant();
        Slot free = timetable
                .availability(therapist, client, type, type.terms().blocked(start), now)
                .at(start, now)
                .orElseThrow(SlotTaken::new);
        Appointment booked = Appointment.hold(id, therapist, timetable.mark(client, id), type, free.start(), now);
        booked.confirm();
        entities.persist(booked);
        // Now, or the constraint would speak after this method.
        entities.flush();
        audit.record(actor(client), AuditAction.APPOINTMENT_BOOKED, "appointment", id);
        return id;
    }

    private boolean isFirst(UUID key, CaseId client, Instant start, UUID appointment) {
        return entities.createNativeQuery("INSERT INTO booking_request"
                                + " (idem_key, account_tag, body_hash, appointment_id, outcome, made_at)"
                                + " VALUES (?1, ?2, ?3, ?4, 'BOOKED', ?5) ON CONFLICT DO NOTHING")
                        .setParameter(1, key)
                        .setParameter(2, timetable.account(client))
                        .setParameter(3, hash(start))
                        .setParameter(4, appointment)
                        .setParameter(5, clock.instant())
                        .executeUpdate()
                == 1;
    }

    private UUID earlier(UUID key, CaseId client, Instant start) {
        return Optional.ofNullable(entities.find(BookingRequest.class, key))
                .filter(request -> request.is(timetable.account(client), hash(start)))
                .map(BookingRequest::appointmentId)
                .orElseThrow(RequestChanged::new);
    }

    /** See {@link Booking#cancel}. */
    public AppointmentSummary cancel(UUID id) {
        return Collisions.named(() -> {
            CaseId client = caller.client().orElseThrow(NoSuchPerson::new);
            Appointment own = own(client, id);
            timetable.lock(own.therapist());
            entities.refresh(own);
            if (own.cancelByClient(clock.instant(), CancelReason.NOT_SAID, null)) {
                entities.flush();
                audit.record(actor(client), AuditAction.APPOINTMENT_CANCELLED, "appointment", id);
            }
            return timetable.forClient(own, clock.instant());
        });
    }

    private Appointment own(CaseId client, UUID id) {
        return timetable.of(client).stream()
                .filter(appointment -> appointment.id().equals(id))
                .findFirst()
                .orElseThrow(NoSuchPerson::new);
    }

    /**
     * The client as the log names her here: not by her case, as elsewhere. Case and appointment side by side would tell
     * whoever holds a dump who meets whom.
     */
    private Actor actor(CaseId client) {
        ByteBuffer index = ByteBuffer.wrap(serverSeal.tag(ACTOR, ServerSeal.bytes(client.value())));
        return new Actor(new UUID(index.getLong(), index.getLong()), Role.CLIENT);
    }

    private static byte[] hash(Instant start) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(start.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
