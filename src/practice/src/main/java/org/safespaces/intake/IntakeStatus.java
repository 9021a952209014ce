package org.safespaces.intake;

/** Where an enquiry stands, as the person who sent it and the therapists see it. */
public enum IntakeStatus {
    RECEIVED,
    BEING_READ,
    WROTE,
    WAITING,
    ACCEPTED,
    NOT_RIGHT,
    CLOSED
}
