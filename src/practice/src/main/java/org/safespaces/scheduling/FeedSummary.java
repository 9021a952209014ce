package org.safespaces.scheduling;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A device that may ask for the caller's diary.
 *
 * @param name what she calls it
 * @param coded whether its entries bear the codes of clients
 * @param askedOn the last day on which it asked; empty while it never has
 */
public record FeedSummary(UUID id, String name, boolean coded, LocalDate madeOn, Optional<LocalDate> askedOn) {}
