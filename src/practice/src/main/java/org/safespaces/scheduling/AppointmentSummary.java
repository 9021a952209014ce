package org.safespaces.scheduling;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.people.TherapistSummary;

/**
 * An appointment as its client sees it. Why it was given back is not in it.
 *
 * @param version goes up with every change
 * @param upcoming live, and not over
 * @param cancellable live, and not begun
 * @param movable the client can move it herself: nothing is late yet, and it is with her own therapist
 * @param freeUntil until when, that moment included, it can be given back free of charge; over already for one booked late
 * @param charged given back late or missed, and not waived
 * @param heldUntil while it is only held
 * @param answerBy when the therapist has to have answered, while it is only asked for
 */
public record AppointmentSummary(
        UUID id,
        int version,
        Instant start,
        Instant end,
        SessionKind session,
        TherapistSummary therapist,
        AppointmentStatus status,
        boolean upcoming,
        boolean cancellable,
        boolean movable,
        Instant freeUntil,
        boolean charged,
        Optional<Instant> heldUntil,
        Optional<Instant> answerBy) {}
