package org.safespaces.followup;

import jakarta.ejb.ApplicationException;

/** It has another owner: it went on, or a reader took it over. */
@ApplicationException(rollback = true)
public class NotYourTask extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotYourTask() {
        super("somebody else answers for it now");
    }
}
