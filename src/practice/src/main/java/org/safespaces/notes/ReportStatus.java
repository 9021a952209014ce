package org.safespaces.notes;

/** Where a report stands, as far as anybody has said. */
public enum ReportStatus {
    /** Not made so far. */
    PLANNED,
    /** Made; nobody has answered. */
    SENT,
    /** They have answered, and something is left to do. */
    ANSWERED,
    /** Looked into: an investigation, a reference number. */
    OPEN,
    /** Taken down, as far as anybody has seen. */
    DOWN,
    /** A hash, a block or a hold is in place. */
    IN_PLACE,
    REFUSED,
    /** The client has decided against it, for now. */
    NOT_WANTED,
    CLOSED
}
