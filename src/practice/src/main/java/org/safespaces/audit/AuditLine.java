package org.safespaces.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * One line of the log, as it is shown.
 *
 * @param amount how many, where an act is about many; else {@code null}
 */
public record AuditLine(
        long sequence,
        Instant at,
        UUID actor,
        String actorRole,
        AuditAction action,
        String objectType,
        UUID objectRef,
        boolean refused,
        Integer amount) {}
