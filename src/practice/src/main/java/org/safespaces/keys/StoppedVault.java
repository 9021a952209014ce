package org.safespaces.keys;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.safespaces.vault.LockedSeed;

/**
 * A vault whose phrase was right and that may not open, because something does not match. Its seed waits apart from that
 * of an open vault, sealed the same way: only comparing words reaches it here, and everything else finds a locked vault.
 */
@SessionScoped
class StoppedVault implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private transient LockedSeed seed;
    private transient Instant since;
    private transient long line;
    private transient Set<UUID> compared = new HashSet<>();

    /** Keeps what waits; {@code null} where there is nothing that comparing could mend. */
    synchronized void stop(LockedSeed waiting, long lineOfTheLog, Instant now) {
        this.seed = waiting;
        this.since = now;
        this.line = lineOfTheLog;
        this.compared = new HashSet<>();
    }

    synchronized boolean isStopped(Instant now) {
        if (since != null && now.isAfter(since.plus(PATIENCE))) {
            forget();
        }
        return since != null;
    }

    synchronized Optional<LockedSeed> seed() {
        return Optional.ofNullable(seed);
    }

    synchronized long line() {
        return line;
    }

    synchronized void compared(UUID keyId) {
        compared.add(keyId);
    }

    synchronized Set<UUID> compared() {
        return compared == null ? Set.of() : Set.copyOf(compared);
    }

    synchronized void forget() {
        seed = null;
        since = null;
        line = 0;
        compared = new HashSet<>();
    }
}
