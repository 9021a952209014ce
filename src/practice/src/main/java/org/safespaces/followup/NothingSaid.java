package org.safespaces.followup;

import jakarta.ejb.ApplicationException;

/** What was done, or why, has to be said. */
@ApplicationException(rollback = true)
public class NothingSaid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NothingSaid() {
        super("nothing said");
    }
}
