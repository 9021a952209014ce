package org.safespaces.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A client's place on the waiting list.
 *
 * @param until the last day she waits
 * @param offer a time that is kept for her
 */
public record WaitingPlace(SessionKind kind, SuitableTimes times, LocalDate until, Optional<Offer> offer) {
    /**
     * A time that is kept for her until she says yes or no.
     *
     * @param appointment what to confirm, as with a hold
     * @param until how long
     */
    public record Offer(UUID appointment, Instant start, Instant end, Instant until) {}
}
