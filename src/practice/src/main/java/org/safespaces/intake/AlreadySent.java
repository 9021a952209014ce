package org.safespaces.intake;

import jakarta.ejb.ApplicationException;

/** This very sending has arrived before, by a double click or by going back: there is nothing more to do. */
@ApplicationException(rollback = true)
public class AlreadySent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AlreadySent() {
        super("already sent");
    }
}
