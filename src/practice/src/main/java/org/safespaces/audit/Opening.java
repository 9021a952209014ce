package org.safespaces.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * That something was opened, as the person it is about is told.
 *
 * @param by the id of whoever did
 */
public record Opening(Instant at, UUID by, AuditAction what) {}
