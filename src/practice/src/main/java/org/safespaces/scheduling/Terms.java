package org.safespaces.scheduling;

import java.time.Duration;
import java.time.Instant;

/**
 * What goes for one kind of session.
 *
 * @param before kept free before it; never shown as session time, nor is {@code after}
 * @param notice how long ahead it is booked at the latest, as elapsed time
 * @param horizonDays how many of the therapist's days ahead it can be booked
 * @param clientCap how many sessions a client may have before her
 */
record Terms(Duration length, Duration before, Duration after, Duration notice, int horizonDays, int clientCap) {
    Span during(Instant start) {
        return new Span(start, start.plus(length));
    }

    Span blocked(Instant start) {
        return new Span(start.minus(before), start.plus(length).plus(after));
    }
}
