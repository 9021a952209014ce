package org.safespaces.keys;

import jakarta.ejb.ApplicationException;

/** Changing who can open a vault asks for the phrase or the code again, even while it is open. */
@ApplicationException
public class NotProven extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotProven() {
        super("type it again first");
    }
}
