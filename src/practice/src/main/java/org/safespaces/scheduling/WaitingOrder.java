package org.safespaces.scheduling;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.people.Caller;
import org.safespaces.people.People;
import org.safespaces.people.TherapistId;
import org.safespaces.scheduling.AppointmentChanged.By;

/** One try at changing the order of those who wait, in one transaction. {@link WaitingClients} stands outside of it and tries again. */
@Stateless
@RolesAllowed("therapist")
public class WaitingOrder {
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
    private Clock clock;

    /** See {@link WaitingClients#mine}. */
    public List<WaitingClient> mine() {
        return caller.therapist().map(offers::waiting).orElse(List.of()).stream()
                .map(this::said)
                .toList();
    }

    private WaitingClient said(StoredWaiting entry) {
        return new WaitingClient(
                entry.id(),
                people.summary(offers.client(entry)).designation(),
                timetable.type(entry.typeId()).name(),
                entry.times(),
                entry.since(),
                entry.expiresOn(),
                held(entry).map(hold -> hold.during().from()));
    }

    private Optional<Appointment> held(StoredWaiting entry) {
        return offers.open(entry)
                .map(offer -> entities.find(Appointment.class, offer.appointmentId()))
                .filter(hold -> hold.isLive(clock.instant()) && hold.status() == AppointmentStatus.HELD);
    }

    /** See {@link WaitingClients#moveUp}. */
    public Void moveUp(UUID id) {
        return Collisions.named(() -> {
            caller.therapist().ifPresent(me -> {
                timetable.lock(me);
                List<StoredWaiting> before = offers.waiting(me);
                for (int at = 1; at < before.size(); at++) {
                    if (before.get(at).id().equals(id)) {
                        numberAnew(before, at);
                    }
                }
                entities.flush();
            });
            return null;
        });
    }

    /** In their order, but this one and the one before it exchanged. */
    private static void numberAnew(List<StoredWaiting> order, int up) {
        for (int at = 0; at < order.size(); at++) {
            int place = at;
            if (at == up) {
                place = up - 1;
            } else if (at == up - 1) {
                place = up;
            }
            order.get(at).moveTo(place + 1);
        }
    }

    /** See {@link WaitingClients#takeOff}. */
    public Void takeOff(UUID id) {
        return Collisions.named(() -> {
            caller.therapist().ifPresent(me -> takeOff(me, id));
            return null;
        });
    }

    private void takeOff(TherapistId me, UUID id) {
        timetable.lock(me);
        offers.waiting(me).stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .ifPresent(entry -> {
                    Optional<Appointment> held = held(entry);
                    offers.takeOff(entry);
                    held.ifPresent(hold -> endOfHolds.end(List.of(hold), By.THERAPIST));
                });
    }
}
