package org.safespaces.vault;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A message of an enquiry as it is stored. It carries no signature: whoever holds the key of its half can write one, and nobody
 * else can write, alter or move one, or turn it into another kind.
 *
 * @param messageId random
 * @param day when it was written
 * @param text its envelope, of one of the nine sizes
 */
public record SealedMessage(UUID messageId, MessageKind kind, LocalDate day, SealedText text) {}
