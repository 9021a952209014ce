package org.safespaces.notes;

import java.time.Instant;
import java.util.UUID;

/**
 * What became of a draft that was sent to be kept.
 *
 * @param id under which it lies; another than was asked for, where the same draft was written on in another window
 * @param count how often it has been kept: to be sent with what follows
 */
public record KeptDraft(UUID id, int count, Instant at) {}
