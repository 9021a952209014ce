package org.safespaces.keys;

import jakarta.ejb.ApplicationException;

/** What this step belongs to is not being made any more: it was finished, begun anew elsewhere, or left lying for too long. */
@ApplicationException
public class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Interrupted() {
        super("nothing is being made");
    }
}
