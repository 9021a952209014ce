package org.safespaces.scheduling;

import java.util.EnumSet;
import java.util.Set;

/** Where an appointment stands. Only live ones take up time: held while its client reads, asked for, or agreed. */
public enum AppointmentStatus {
    HELD,
    REQUESTED,
    CONFIRMED,
    CANCELLED,
    LATE_CANCELLED,
    EXPIRED,
    DONE,
    NO_SHOW;

    static final Set<AppointmentStatus> LIVE = Set.copyOf(EnumSet.of(HELD, REQUESTED, CONFIRMED));

    public boolean isLive() {
        return LIVE.contains(this);
    }
}
