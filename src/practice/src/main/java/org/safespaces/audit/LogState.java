package org.safespaces.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far the log has come, and how far it is signed.
 *
 * @param lines how many lines it has
 * @param signed how many of them the signer has put its name to
 * @param signedAt when it did last; empty before the first time
 * @param silent for longer than it ever is when all is well
 * @param findings what it found and told, the newest first
 */
public record LogState(long lines, long signed, Optional<Instant> signedAt, boolean silent, List<LogFinding> findings) {
    public LogState {
        findings = List.copyOf(findings);
    }
}
