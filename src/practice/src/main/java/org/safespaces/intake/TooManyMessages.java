package org.safespaces.intake;

import jakarta.ejb.ApplicationException;

/** She has written as often today as can be read; tomorrow she can go on. */
@ApplicationException(rollback = true)
public class TooManyMessages extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyMessages() {
        super("too many messages");
    }
}
