package org.safespaces.keys;

/** How far a person's keys are believed, as the directory shows it at this moment. */
public enum Standing {
    /** She has made no vault yet. */
    NONE,
    /** She has a vault; nobody whose word counts has vouched for its keys, so nothing is sealed to her. */
    UNVOUCHED,
    /** A chain of people that ends at the anchor has vouched for her keys, or she is in the anchor herself. */
    VOUCHED
}
