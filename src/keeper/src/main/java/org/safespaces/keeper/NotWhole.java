package org.safespaces.keeper;

/** A backup opens, and is not what it says it is; the message goes on from "The backup is not whole: ". */
final class NotWhole extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotWhole(String what) {
        super(what);
    }
}
