package org.safespaces.people;

import jakarta.ejb.ApplicationException;

/** There is nobody, and nothing, under that id; pages answer it as not found. */
@ApplicationException(rollback = true)
public class NoSuchPerson extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoSuchPerson() {
        super("not found");
    }
}
