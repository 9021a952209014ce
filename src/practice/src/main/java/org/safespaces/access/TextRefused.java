package org.safespaces.access;

import jakarta.ejb.ApplicationException;

/** A text cannot be sent as it is; nothing was kept of it, and who typed it is told how to mend it. */
@ApplicationException(rollback = true)
public class TextRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is the matter. */
    public enum Reason {
        EMPTY,
        LONG,
        /** It may be the inside of an image. */
        PICTURE
    }

    private final Reason reason;

    TextRefused(Reason reason) {
        super("refused");
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
