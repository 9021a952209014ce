package org.safespaces.keys;

/** Where a client's code came from. */
public enum CodeGiver {
    /** Shown when she sent her enquiry. */
    ENQUIRY,
    /** Given by her therapist. */
    THERAPIST,
    /** Changed by whoever had the code before: herself. */
    HERSELF
}
