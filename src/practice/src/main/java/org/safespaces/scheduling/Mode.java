package org.safespaces.scheduling;

/** How two people meet. */
public enum Mode {
    ONLINE,
    PHONE,
    IN_PERSON
}
