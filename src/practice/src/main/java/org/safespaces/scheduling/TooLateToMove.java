package org.safespaces.scheduling;

import jakarta.ejb.ApplicationException;

/** The time until which a client moves her session herself is over; her therapist still can. Nothing has changed. */
@ApplicationException(rollback = true)
public class TooLateToMove extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLateToMove() {
        super("too late to move");
    }
}
