package org.safespaces.scheduling;

/** Why a therapist does not charge for what was given back late, or missed. */
public enum WaiverReason {
    UNWELL,
    EMERGENCY,
    UNSAFE,
    OUR_MISTAKE,
    AGREED,
    OTHER
}
