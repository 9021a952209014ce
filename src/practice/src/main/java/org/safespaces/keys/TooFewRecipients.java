package org.safespaces.keys;

import jakarta.ejb.ApplicationException;

/** Fewer than two verified people could open it, so it is not taken: nothing is ever kept in clear instead. */
@ApplicationException(rollback = true)
public class TooFewRecipients extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooFewRecipients() {
        super("too few recipients");
    }
}
