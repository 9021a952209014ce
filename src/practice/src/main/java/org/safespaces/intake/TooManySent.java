package org.safespaces.intake;

/** More has been sent within the hour than is taken. Nothing was stored; what was written may be sent later. */
public class TooManySent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManySent() {
        super("too many sent");
    }
}
