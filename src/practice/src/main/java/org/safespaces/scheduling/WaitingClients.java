package org.safespaces.scheduling;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Those who wait for a time with the caller, in the order in which times are offered. The order is hers to set; there is no score. */
@Stateless
@RolesAllowed("therapist")
public class WaitingClients {
    @Inject
    private WaitingOrder order;

    /** By designation, first the one who is offered the next time. */
    public List<WaitingClient> mine() {
        return order.mine();
    }

    /** Lets somebody be offered times before the one who is before her now. Anybody not on her list is left alone. Throws {@link DiaryBusy}. */
    @TransactionAttribute(NOT_SUPPORTED)
    public void moveUp(UUID id) {
        Collisions.repeated(() -> order.moveUp(id));
    }

    /** Takes somebody off the list; what is offered to her goes to the next. Done again it does nothing. Throws {@link DiaryBusy}. */
    @TransactionAttribute(NOT_SUPPORTED)
    public void takeOff(UUID id) {
        Collisions.repeated(() -> order.takeOff(id));
    }
}
