package org.safespaces.keys;

import jakarta.ejb.ApplicationException;

/** These people receive enquiries already: there is nothing to change. */
@ApplicationException(rollback = true)
public class SameRecipients extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SameRecipients() {
        super("the same recipients");
    }
}
