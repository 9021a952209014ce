package org.safespaces.keys;

import jakarta.ejb.ApplicationException;

/** The second database answers, and has no such key: it was destroyed, and what was sealed with it opens for nobody. */
@ApplicationException(rollback = true)
public class KeyGone extends KeystoreUnavailable {
    private static final long serialVersionUID = 1L;
}
