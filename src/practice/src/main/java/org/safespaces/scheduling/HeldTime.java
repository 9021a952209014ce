package org.safespaces.scheduling;

import java.time.Instant;

/**
 * A time that is kept for a client while she reads what she is about to book.
 *
 * @param appointment its id is the key of her confirmation
 * @param firstSession with this therapist, who then says yes or no
 * @param answerBy the moment by which she does
 */
public record HeldTime(AppointmentSummary appointment, boolean firstSession, Instant answerBy) {}
