package org.safespaces.keys;

import jakarta.ejb.ApplicationException;

/** Nobody vouches for this person's keys (any more), or they are others than the caller's vault remembers: nothing is sealed to them. */
@ApplicationException(rollback = true)
public class UnvouchedColleague extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnvouchedColleague() {
        super("unvouched colleague");
    }
}
