package org.safespaces.vault;

import java.util.UUID;

/**
 * Somebody whom new enquiries are sealed to.
 *
 * @param personId who
 * @param keyId with exactly which keys
 */
public record Recipient(UUID personId, UUID keyId) {}
