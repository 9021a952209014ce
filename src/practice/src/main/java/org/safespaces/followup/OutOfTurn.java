package org.safespaces.followup;

import jakarta.ejb.ApplicationException;

/** That step does not follow the state the task is in: something happened meanwhile, or a step was left out. */
@ApplicationException(rollback = true)
public class OutOfTurn extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutOfTurn() {
        super("not its turn");
    }
}
