package org.safespaces.keys;

import jakarta.ejb.ApplicationException;

/** The phrase or code opens nothing. The same for a wrong one and for somebody who has no vault. */
@ApplicationException
public class WrongPhrase extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongPhrase() {
        super("does not open");
    }
}
