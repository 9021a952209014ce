package org.safespaces.access;

import jakarta.ejb.ApplicationException;
import java.time.Duration;

/** Somebody searches more often than a person reads; how long to wait is said. */
@ApplicationException(rollback = true)
public class TooManySearches extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooManySearches(Duration wait) {
        super("too many searches");
        this.wait = wait;
    }

    /** How long until the next search is heard, rounded up to whole minutes. */
    public long minutes() {
        return Math.max(1, wait.plusSeconds(59).toMinutes());
    }
}
