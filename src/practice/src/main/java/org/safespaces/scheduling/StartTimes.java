package org.safespaces.scheduling;

import java.util.List;

/**
 * How a therapist's day is divided.
 *
 * @param everyMinutes sessions begin in these steps from the opening of her hours
 * @param mostADay how many sessions clients can book on one day
 */
public record StartTimes(int everyMinutes, int mostADay) {
    /** The steps there are to choose from, in minutes. */
    public static final List<Integer> STEPS = List.of(5, 10, 15, 20, 30, 60);

    /** So many sessions a day, and no more, can be allowed. */
    public static final int LONGEST_DAY = 16;

    static final StartTimes USUAL = new StartTimes(15, 6);

    boolean isPossible() {
        return STEPS.contains(everyMinutes) && mostADay >= 1 && mostADay <= LONGEST_DAY;
    }
}
