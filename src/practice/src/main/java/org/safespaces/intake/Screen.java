package org.safespaces.intake;

/** What has to be seen before the next question; of several, the first of this order. */
public enum Screen {
    CRISIS,
    UNDER_18,
    DANGER,
    NORMAL
}
