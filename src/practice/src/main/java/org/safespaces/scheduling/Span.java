package org.safespaces.scheduling;

import java.time.Instant;

/** A stretch of time, its end not part of it. */
record Span(Instant from, Instant until) {
    boolean isEmpty() {
        return !from.isBefore(until);
    }

    boolean meets(Span other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }

    boolean contains(Span other) {
        return !other.from.isBefore(from) && !other.until.isAfter(until);
    }
}
