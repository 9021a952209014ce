package org.safespaces.keys;

import jakarta.ejb.ApplicationException;

/** A phrase of somebody's own that is too short or too easily guessed to open a vault with. */
@ApplicationException
public class WeakPhrase extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WeakPhrase() {
        super("too weak");
    }
}
