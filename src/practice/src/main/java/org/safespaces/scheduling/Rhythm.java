package org.safespaces.scheduling;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How something repeats: at the same time on the therapist's wall, every so many weeks.
 *
 * @param times how often in all, the first included
 */
public record Rhythm(LocalDate first, LocalTime time, int everyWeeks, int times) {
    /** The distances there are to choose from, in weeks. */
    public static final List<Integer> DISTANCES = List.of(1, 2, 4);

    /** So often, and no more: half a year of weeks. */
    public static final int MOST = 26;

    private static final int LEAST = 2;

    boolean isPossible() {
        return DISTANCES.contains(everyWeeks) && times >= LEAST && times <= MOST;
    }

    /** What the clock on the therapist's wall is to show, each time. */
    List<LocalDateTime> walls() {
        return IntStream.range(0, times)
                .mapToObj(nth -> first.plusWeeks((long) nth * everyWeeks).atTime(time))
                .toList();
    }
}
