package org.safespaces.scheduling;

import jakarta.ejb.ApplicationException;

/** Too many people at once, after several tries. Nothing was changed; trying again in a moment helps. */
@ApplicationException(rollback = true)
public class DiaryBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DiaryBusy() {
        super("busy");
    }
}
