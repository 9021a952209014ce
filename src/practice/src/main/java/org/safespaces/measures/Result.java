package org.safespaces.measures;

import java.time.Instant;
import java.util.UUID;
import org.safespaces.access.Confidential;

/**
 * A form that was filled in, opened and counted by the definition it was answered under.
 *
 * @param at when it was sent, or filled in together
 */
public record Result(UUID id, Definition definition, Answers answers, Score score, By by, Instant at)
        implements Confidential {
    /** Who has filled it in. */
    public enum By {
        CLIENT,
        /** The therapist, with her, in a session. */
        TOGETHER
    }

    @Override
    public String toString() {
        return "Result[redacted]";
    }
}
