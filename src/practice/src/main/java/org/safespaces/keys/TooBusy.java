package org.safespaces.keys;

import jakarta.ejb.ApplicationException;

/** Too much at once; trying again in a moment helps. */
@ApplicationException
public class TooBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooBusy() {
        super("busy");
    }
}
