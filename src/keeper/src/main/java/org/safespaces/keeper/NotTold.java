package org.safespaces.keeper;

/** The operator has to say or to do something first; the message is for her. */
final class NotTold extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotTold(String message) {
        super(message);
    }
}
