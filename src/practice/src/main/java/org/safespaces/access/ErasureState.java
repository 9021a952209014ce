package org.safespaces.access;

/** How far an erasure has come. */
public enum ErasureState {
    /** Asked for; it waits for a second person, or for the day. */
    ASKED,
    WITHDRAWN,
    REFUSED,
    /** Decided and under way: the record is nobody's any more. */
    ERASING,
    ERASED
}
