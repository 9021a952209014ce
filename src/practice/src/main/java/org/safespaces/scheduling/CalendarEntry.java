package org.safespaces.scheduling;

import java.time.Instant;

/**
 * One entry of a calendar that leaves the house: this, and nothing else.
 *
 * @param uid random to look at, and the same every time
 * @param sequence counts up with each change
 * @param summary the one line that is shown
 */
record CalendarEntry(String uid, int sequence, String summary, Instant start, Instant end, Certainty certainty) {
    enum Certainty {
        TENTATIVE,
        CONFIRMED,
        CANCELLED
    }
}
