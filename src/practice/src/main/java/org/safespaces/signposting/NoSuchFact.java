package org.safespaces.signposting;

import jakarta.ejb.ApplicationException;

/** A fact that no place has, or that is another by now than somebody saw. Nothing has changed. */
@ApplicationException(rollback = true)
public class NoSuchFact extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchFact() {
        super("no such fact");
    }
}
