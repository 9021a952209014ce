package org.safespaces.scheduling;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;
import org.safespaces.people.PartOfDay;

/**
 * The times of a week that suit a client, as she reads her calendar: days by morning, afternoon and evening.
 *
 * @param bits one for each part of each day, Monday morning lowest
 */
public record SuitableTimes(int bits) {
    private static final int ALL = (1 << 21) - 1;

    /** Throws {@link IllegalArgumentException} for bits that stand for no time. */
    public SuitableTimes {
        if ((bits & ~ALL) != 0) {
            throw new IllegalArgumentException("no such time");
        }
    }

    /** The same with one more part of a day. */
    public SuitableTimes with(DayOfWeek day, PartOfDay part) {
        return new SuitableTimes(bits | bit(day, part));
    }

    public boolean has(DayOfWeek day, PartOfDay part) {
        return (bits & bit(day, part)) != 0;
    }

    public boolean isEmpty() {
        return bits == 0;
    }

    /** Does a session suit that begins then, where she is? */
    public boolean suit(Instant start, ZoneId reader) {
        ZonedDateTime local = start.atZone(reader);
        return has(local.getDayOfWeek(), PartOfDay.at(local.toLocalTime()));
    }

    /** The days that have a part in them. */
    public Set<DayOfWeek> days() {
        EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            for (PartOfDay part : PartOfDay.values()) {
                if (has(day, part)) {
                    days.add(day);
                }
            }
        }
        return days;
    }

    private static int bit(DayOfWeek day, PartOfDay part) {
        return 1 << (day.ordinal() * PartOfDay.values().length + part.ordinal());
    }
}
