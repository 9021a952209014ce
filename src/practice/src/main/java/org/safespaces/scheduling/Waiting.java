package org.safespaces.scheduling;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.people.NoSuchPerson;

/**
 * A client's place on the waiting list of her therapist: what she waits for, and what is offered to her. To take an offer is to book
 * what is held ({@link Booking#book}).
 */
@Stateless
@RolesAllowed("client")
public class Waiting {
    @Inject
    private WaitingPlaces places;

    /** Her place, if she waits. Throws {@link NoSuchPerson} before she has joined. */
    public Optional<WaitingPlace> mine() {
        return places.mine();
    }

    /**
     * Waits from now on, or goes on waiting for something else; her place in the order stays.
     *
     * @param kind one that she can book herself
     * @throws NothingSuits for no time at all; {@link DiaryBusy}
     */
    @TransactionAttribute(NOT_SUPPORTED)
    public WaitingPlace waitFor(UUID kind, SuitableTimes times) {
        return Collisions.repeated(() -> places.waitFor(kind, times));
    }

    /** Waits no longer; what is offered to her goes to somebody else. Done again it does nothing. Throws {@link DiaryBusy}. */
    @TransactionAttribute(NOT_SUPPORTED)
    public void leave() {
        Collisions.repeated(() -> places.leave());
    }

    /** No, thank you: the next one is offered it, and she goes on waiting. Done again it does nothing. Throws {@link DiaryBusy}. */
    @TransactionAttribute(NOT_SUPPORTED)
    public void pass(UUID offer) {
        Collisions.repeated(() -> places.pass(offer));
    }
}
