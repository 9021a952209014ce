package org.safespaces.scheduling;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/**
 * What the clock on somebody's wall means as an instant. Twice a year it means nothing, or two things; which of them goes is
 * said by whoever asks.
 */
final class WallTime {
    private WallTime() {}

    /** The beginning of open time: after a gap, and in a doubled hour the earlier. */
    static Instant opening(LocalDateTime wall, ZoneId zone) {
        return at(wall, zone, true);
    }

    /** The end of open time: after a gap, and in a doubled hour the later. */
    static Instant closing(LocalDateTime wall, ZoneId zone) {
        return at(wall, zone, false);
    }

    /** The end of the gap that this time falls into; empty for a time that exists. */
    static Optional<LocalDateTime> endOfGap(LocalDateTime wall, ZoneId zone) {
        return Optional.ofNullable(zone.getRules().getTransition(wall))
                .filter(ZoneOffsetTransition::isGap)
                .map(ZoneOffsetTransition::getDateTimeAfter);
    }

    /** Does the clock show this time twice? */
    static boolean isTwice(LocalDateTime wall, ZoneId zone) {
        return zone.getRules().getValidOffsets(wall).size() > 1;
    }

    private static Instant at(LocalDateTime wall, ZoneId zone, boolean earlier) {
        ZoneOffsetTransition change = zone.getRules().getTransition(wall);
        if (change == null) {
            return wall.toInstant(zone.getRules().getOffset(wall));
        }
        if (change.isGap()) {
            return change.getInstant();
        }
        return wall.toInstant(earlier ? change.getOffsetBefore() : change.getOffsetAfter());
    }
}
