package org.safespaces.keys;

import jakarta.ejb.ApplicationException;
import java.time.Duration;

/** Too many wrong tries; how long to wait is said. */
@ApplicationException
public class TooManyTries extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooManyTries(Duration wait) {
        super("too many tries");
        this.wait = wait;
    }

    /** How long until the next try is heard, rounded up to whole minutes. */
    public long minutes() {
        return Math.max(1, wait.plusSeconds(59).toMinutes());
    }
}
