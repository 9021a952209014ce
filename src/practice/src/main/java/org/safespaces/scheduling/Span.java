package org.safespaces.scheduling;

import java.time.Instant;
import java.util.stream.Stream;

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

    /** What is left of it outside of the other: nothing, one stretch or two. */
    Stream<Span> without(Span other) {
        Instant first = until.isBefore(other.from) ? until : other.from;
        Instant last = from.isAfter(other.until) ? from : other.until;
        return Stream.of(new Span(from, first), new Span(last, until)).filter(part -> !part.isEmpty());
    }
}
