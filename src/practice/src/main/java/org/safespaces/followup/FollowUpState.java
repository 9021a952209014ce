package org.safespaces.followup;

/** How far a task has come. One after the other; none is left out, and nothing comes to the last by itself. */
public enum FollowUpState {
    /** It waits for its owner to say that she has it. */
    RAISED,
    /** Its owner has it. */
    ACKNOWLEDGED,
    /** What was done is recorded. */
    ACTED,
    /** Ended, with a note. */
    CLOSED
}
