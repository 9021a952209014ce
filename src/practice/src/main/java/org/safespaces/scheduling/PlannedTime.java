package org.safespaces.scheduling;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A time that somebody means to keep, and what is in its way.
 *
 * @param meant what the clock on the therapist's wall is to show
 * @param start when that is; of a time that does not exist the end of the gap, as a proposal and no more
 * @param zone the therapist's
 * @param twice the clock shows this time twice; {@code start} is the first of the two
 * @param elsewhere the client's zone, if she has chosen another
 * @param shifts the client's clock shows another time of day than at the time before this one in the list
 */
public record PlannedTime(
        LocalDateTime meant,
        Instant start,
        ZoneId zone,
        Kind kind,
        boolean twice,
        Optional<ZoneId> elsewhere,
        boolean shifts) {

    /** What is in the way, the gravest first. Outside of the hours nothing is: it has to be said, and can be meant. */
    public enum Kind {
        DOES_NOT_EXIST,
        PAST,
        TAKEN,
        CLIENT_TAKEN,
        LEAVE,
        OUTSIDE,
        FREE
    }

    /** Can it be kept as it is? */
    public boolean isPossible() {
        return kind == Kind.FREE || kind == Kind.OUTSIDE;
    }

    /** How it is said where the therapist is. */
    public SpokenTime said() {
        return new SpokenTime(start, zone);
    }
}
