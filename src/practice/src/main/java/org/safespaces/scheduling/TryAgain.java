package org.safespaces.scheduling;

import jakarta.ejb.ApplicationException;

/** The database asked for another try: a deadlock, a lock or a statement that took too long. Never leaves this package. */
@ApplicationException(rollback = true)
class TryAgain extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TryAgain() {
        super("try again");
    }
}
