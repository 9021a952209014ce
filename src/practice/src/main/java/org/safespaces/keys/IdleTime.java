package org.safespaces.keys;

import java.time.Duration;

/** After how long a vault that nobody uses locks itself: a setting of the server's, 5 minutes unless set. */
final class IdleTime {
    private static final String NAME = "SAFESPACES_IDLE_MINUTES";
    private static final int SHORTEST = 2;
    private static final int USUAL = 5;
    private static final int LONGEST = 10;

    private IdleTime() {}

    static Duration configured() {
        return read(System.getenv(NAME));
    }

    /** Two to ten minutes; anything else is refused, so that nobody believes in a setting that does not hold. */
    static Duration read(String minutes) {
        if (minutes == null || minutes.isBlank()) {
            return Duration.ofMinutes(USUAL);
        }
        if (!minutes.matches("\\d{1,2}")
                || Integer.parseInt(minutes) < SHORTEST
                || Integer.parseInt(minutes) > LONGEST) {
            throw new IllegalStateException(NAME + " must be a number from " + SHORTEST + " to " + LONGEST);
        }
        return Duration.ofMinutes(Integer.parseInt(minutes));
    }
}
