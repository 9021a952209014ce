package org.safespaces.scheduling;

/** Why a client gives a time back, if she says so. */
public enum CancelReason {
    UNWELL,
    WORK_OR_FAMILY,
    TECHNICAL,
    UNSAFE,
    OTHER,
    NOT_SAID;

    /** Never charged, at any hour, without proof. */
    boolean isNeverCharged() {
        return this == UNSAFE;
    }
}
