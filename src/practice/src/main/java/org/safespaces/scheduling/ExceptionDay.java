package org.safespaces.scheduling;

import java.time.LocalDate;
import java.util.List;

/**
 * A date with hours of its own, in place of its week's.
 *
 * @param hours none when it is closed
 */
public record ExceptionDay(LocalDate date, List<OpenHours> hours) {
    static final int MOST_HOURS = 2;
}
