package org.safespaces.scheduling;

import jakarta.ejb.ApplicationException;

/** That time is not free, or not any more. Nothing was booked. */
@ApplicationException(rollback = true)
public class SlotTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SlotTaken() {
        super("slot taken");
    }
}
