package org.safespaces.followup;

import jakarta.ejb.ApplicationException;

/** Something is to end about which a task is still open: it is closed first, by somebody, with a note. */
@ApplicationException(rollback = true)
public class StillOpen extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StillOpen() {
        super("a task is still open");
    }
}
