package org.safespaces.scheduling;

import java.time.Instant;
import java.util.UUID;
import org.safespaces.people.TherapistSummary;

/**
 * An appointment as its client sees it.
 *
 * @param upcoming live, and not over
 * @param cancellable live, and not begun
 */
public record AppointmentSummary(
        UUID id,
        Instant start,
        Instant end,
        String session,
        TherapistSummary therapist,
        AppointmentStatus status,
        boolean upcoming,
        boolean cancellable) {}
