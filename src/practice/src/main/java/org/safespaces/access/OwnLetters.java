package org.safespaces.access;

/** How it stands with letters, as the client is told. Why they rest is for her therapist to say. */
public enum OwnLetters {
    /** They go. */
    GO,
    /** They would, and rest until her therapist has looked. */
    REST,
    /** None go. */
    NONE
}
