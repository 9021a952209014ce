package org.safespaces.witness;

/** A log, a checkpoint or a key is not what it must be; the message says where, and may be shown. */
final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Broken(String message) {
        super(message);
    }
}
