package org.safespaces.scheduling;

import java.time.Instant;
import java.util.UUID;

/** A session to come that both have agreed on. */
public record AgreedSession(UUID id, Instant start) {}
