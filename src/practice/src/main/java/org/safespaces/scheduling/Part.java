package org.safespaces.scheduling;

/** How much of a series is meant. What is past, and what was changed by hand, is never part of it. */
public enum Part {
    ONE,
    FOLLOWING,
    ALL
}
