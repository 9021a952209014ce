package org.safespaces.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who waits, as her therapist sees it: by designation, in the order in which times are offered.
 *
 * @param since when she began to wait
 * @param until the last day she waits
 * @param offered the time that is kept for her now
 */
public record WaitingClient(
        UUID id,
        String designation,
        String kind,
        SuitableTimes times,
        Instant since,
        LocalDate until,
        Optional<Instant> offered) {}
