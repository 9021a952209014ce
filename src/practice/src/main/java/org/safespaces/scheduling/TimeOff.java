package org.safespaces.scheduling;

import java.time.Instant;
import java.util.UUID;

/** Time in which a therapist is not open, whatever her hours say. */
public record TimeOff(UUID id, Kind kind, Instant from, Instant until) {
    /** Whole days, or some hours. */
    public enum Kind {
        LEAVE,
        BLOCKED
    }

    Span span() {
        return new Span(from, until);
    }
}
