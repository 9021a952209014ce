package org.safespaces.people;

import jakarta.ejb.ApplicationException;

/** This sign-in, or this case, is tied to another already. */
@ApplicationException(rollback = true)
public class AlreadyJoined extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AlreadyJoined() {
        super("already joined");
    }
}
