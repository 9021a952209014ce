package org.safespaces.scheduling;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.People;
import org.safespaces.people.TherapistSummary;
import org.safespaces.scheduling.AppointmentChanged.By;
import org.safespaces.vault.ServerSeal;

/** One try at changing a client's place, in one transaction. {@link Waiting} stands outside of it and tries again. */
@Stateless
@RolesAllowed("client")
public class WaitingPlaces {
    private static final int LONGEST_DAYS = 90;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Timetable timetable;

    @Inject
    private Offers offers;

    @Inject
    private EndOfHolds endOfHolds;

    @Inject
    private People people;

    @Inject
    private Caller caller;

    @Inject
    private ServerSeal serverSeal;

    @Inject
    private Clock clock;

    /** See {@link Waiting#mine}. */
    public Optional<WaitingPlace> mine() {
        return entry(me()).map(this::said);
    }

    /** See {@link Waiting#waitFor}. */
    public WaitingPlace waitFor(UUID kind, SuitableTimes times) {
        return Collisions.named(() -> {
            CaseId client = me();
            SessionType type = Optional.ofNullable(timetable.type(kind))
                    .filter(SessionType::isOfferedToClients)
                    .orElseThrow(NoSuchPerson::new);
            if (times.isEmpty()) {
                throw new NothingSuits();
            }
            TherapistSummary therapist = Timetable.first(people.therapistsOf(client));
            timetable.lock(therapist.id());
            StoredWaiting entry = entry(client)
                    .filter(before -> before.therapist().equals(therapist.id()))
                    .orElseGet(() -> begin(client, therapist));
            entry.waitsFor(type, times, LocalDate.now(clock).plusDays(LONGEST_DAYS));
            entities.flush();
            endOffer(entry);
            offers.fill(therapist.id());
            return said(entry);
        });
    }

    private StoredWaiting begin(CaseId client, TherapistSummary therapist) {
        entry(client).ifPresent(offers::takeOff);
        UUID id = Ids.fresh();
        int last = offers.waiting(therapist.id()).stream()
                .mapToInt(StoredWaiting::place)
                .max()
                .orElse(0);
        ClientMark mark =
                new ClientMark(serverSeal.sealId(client.value(), Offers.CLIENT_REF, id), timetable.tag(client));
        StoredWaiting entry = new StoredWaiting(id, therapist.id(), mark, last + 1, clock.instant());
        entry.waitsFor(timetable.type(SessionType.THERAPY), new SuitableTimes(1), LocalDate.now(clock));
        entities.persist(entry);
        return entry;
    }

    /** See {@link Waiting#leave}. */
    public Void leave() {
        return Collisions.named(() -> {
            entry(me()).ifPresent(entry -> {
                timetable.lock(entry.therapist());
                Optional<Appointment> held = held(entry);
                offers.takeOff(entry);
                held.ifPresent(hold -> endOfHolds.end(List.of(hold), By.CLIENT));
            });
            return null;
        });
    }

    /** See {@link Waiting#pass}. */
    public Void pass(UUID offer) {
        return Collisions.named(() -> {
            entry(me()).ifPresent(entry -> {
                timetable.lock(entry.therapist());
                held(entry)
                        .filter(hold -> hold.id().equals(offer))
                        .ifPresent(hold -> endOfHolds.end(List.of(hold), By.CLIENT));
            });
            return null;
        });
    }

    /** What was offered may not suit what she waits for now. */
    private void endOffer(StoredWaiting entry) {
        held(entry)
                .filter(hold -> !hold.typeId().equals(entry.typeId())
                        || !entry.times()
                                .suit(hold.during().from(), people.zoneOf(me()).orElse(zone(entry))))
                .ifPresent(hold -> endOfHolds.end(List.of(hold), By.CLIENT));
    }

    private ZoneId zone(StoredWaiting entry) {
        return people.therapist(entry.therapist()).zone();
    }

    private Optional<Appointment> held(StoredWaiting entry) {
        return offers.open(entry)
                .map(offer -> entities.find(Appointment.class, offer.appointmentId()))
                .filter(hold -> hold.status() == AppointmentStatus.HELD);
    }

    private Optional<StoredWaiting> entry(CaseId client) {
        return entities.createQuery("select w from StoredWaiting w where w.clientTag = :tag", StoredWaiting.class)
                .setParameter("tag", timetable.tag(client))
                .getResultStream()
                .findFirst();
    }

    private WaitingPlace said(StoredWaiting entry) {
        return new WaitingPlace(
                timetable.type(entry.typeId()).kind(),
                entry.times(),
                entry.expiresOn(),
                held(entry)
                        .filter(hold -> hold.isLive(clock.instant()))
                        .map(hold -> new WaitingPlace.Offer(
                                hold.id(),
                                hold.during().from(),
                                hold.during().until(),
                                hold.holdUntil().orElseThrow())));
    }

    private CaseId me() {
        return caller.client().orElseThrow(NoSuchPerson::new);
    }
}
