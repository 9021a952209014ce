package org.safespaces.audit;

import java.time.Instant;
import java.util.UUID;

/** One line of the log, as it is shown. */
public record AuditLine(
        long sequence,
        Instant at,
        UUID actor,
        String actorRole,
        AuditAction action,
        String objectType,
        UUID objectRef,
        boolean refused) {}
