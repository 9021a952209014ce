package org.safespaces.notes;

import jakarta.ejb.ApplicationException;

/** The note is locked: whoever writes it anew has to say why. */
@ApplicationException(rollback = true)
public class NoteLocked extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoteLocked() {
        super("locked, and no reason given", null, false, false);
    }
}
