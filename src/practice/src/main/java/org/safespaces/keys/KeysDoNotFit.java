package org.safespaces.keys;

import jakarta.ejb.ApplicationException;

/** The keys somebody was given do not open the case (any more): they have to be given anew. Nothing has changed. */
@ApplicationException(rollback = true)
public class KeysDoNotFit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeysDoNotFit() {
        super("keys do not fit");
    }
}
