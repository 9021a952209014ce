package org.safespaces.scheduling;

import jakarta.ejb.ApplicationException;

/** A client's own word for her calendar cannot stand there. Carries nothing of it. */
@ApplicationException(rollback = true)
public class WordRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        EMPTY,
        LONG,
        /** It says what the practice helps with, or leads here. */
        TELLS
    }

    private final Reason reason;

    public WordRefused(Reason reason) {
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
