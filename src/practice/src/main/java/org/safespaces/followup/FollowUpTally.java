package org.safespaces.followup;

import java.time.Instant;
import java.util.Optional;

/**
 * What an admin is told of all tasks together.
 *
 * @param open how many are open
 * @param unacknowledged how many of these nobody has acknowledged
 * @param oldest since when the oldest of them waits; empty when none is open
 */
public record FollowUpTally(int open, int unacknowledged, Optional<Instant> oldest) {}
