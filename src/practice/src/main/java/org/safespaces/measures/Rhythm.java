package org.safespaces.measures;

/** When a measure is asked, as client and therapist have agreed. */
public enum Rhythm {
    OFF,
    ONCE,
    /** From 48 hours before a session until it begins. */
    BEFORE_EACH_SESSION,
    EVERY_FEW_WEEKS
}
