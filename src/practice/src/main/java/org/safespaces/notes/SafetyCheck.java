package org.safespaces.notes;

import java.time.Instant;
import java.util.Optional;
import org.safespaces.access.Confidential;

/**
 * The check before one session, opened for whoever holds the case.
 *
 * @param by who gave the answers
 * @param at when
 * @param without why the session began without them; then there are none
 * @param version counts up with each change
 */
public record SafetyCheck(By by, Instant at, SafetyAnswers answers, Optional<String> without, int version)
        implements Confidential {
    /** Who gave the answers. */
    public enum By {
        CLIENT,
        /** Asked and confirmed at the beginning of the session. */
        THERAPIST
    }

    /** Asked, or left out for a reason: the session can begin. */
    public boolean settled() {
        return by == By.THERAPIST;
    }

    @Override
    public String toString() {
        return "SafetyCheck[redacted]";
    }
}
