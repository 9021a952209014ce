package org.safespaces.intake;

import java.util.EnumSet;
import java.util.Set;

/** Where an enquiry stands, as the person who sent it and the therapists see it. */
public enum IntakeStatus {
    RECEIVED,
    BEING_READ,
    WROTE,
    WAITING,
    ACCEPTED,
    NOT_RIGHT,
    CLOSED;

    /** What it may become from here; nothing else ever. Source: intake.md 10. */
    public Set<IntakeStatus> next() {
        return switch (this) {
            case RECEIVED -> EnumSet.of(BEING_READ, CLOSED);
            case BEING_READ -> EnumSet.of(WROTE, WAITING, ACCEPTED, NOT_RIGHT, CLOSED);
            case WROTE -> EnumSet.of(WAITING, ACCEPTED, NOT_RIGHT, CLOSED);
            case WAITING -> EnumSet.of(WROTE, ACCEPTED, NOT_RIGHT, CLOSED);
            case ACCEPTED, NOT_RIGHT -> EnumSet.of(CLOSED);
            case CLOSED -> EnumSet.noneOf(IntakeStatus.class);
        };
    }

    /** Is it still to be decided, with everything in it? */
    public boolean isOpen() {
        return open().contains(this);
    }

    /** Those in which an enquiry is still to be decided. */
    public static Set<IntakeStatus> open() {
        return EnumSet.of(RECEIVED, BEING_READ, WROTE, WAITING);
    }
}
