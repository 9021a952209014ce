package org.safespaces.mail;

/** What has become of a letter. */
enum LetterState {
    WAITING,
    SENT,
    /** Not sent: it may not be, it is too late, or it is not so any more. */
    DROPPED,
    /** Tried as often as it is tried, and not delivered. */
    DEAD
}
