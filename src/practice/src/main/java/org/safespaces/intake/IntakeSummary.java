package org.safespaces.intake;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * An enquiry as lists show it: by designation, with days and nothing of what it says.
 *
 * @param keepUntil the last day on which it opens
 * @param again the day by which the practice has said it writes again; {@code null} unless it is on the waiting list
 * @param decisions how often something was decided about it, so that nobody decides on what has changed meanwhile
 */
public record IntakeSummary(
        UUID id,
        String designation,
        IntakeStatus status,
        LocalDate receivedOn,
        LocalDate keepUntil,
        LocalDate again,
        int decisions) {
    /** The day by which the practice has said it writes again. */
    public Optional<LocalDate> writeAgainOn() {
        return Optional.ofNullable(again);
    }
}
