package org.safespaces.keys;

import jakarta.ejb.ApplicationException;

/** The second database does not answer, or has no such key: nothing sealed opens, and nothing new is accepted. */
@ApplicationException(rollback = true)
public class KeystoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeystoreUnavailable() {
        super("keystore unavailable");
    }
}
