package org.safespaces.scheduling;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Hours of a week, and the days from and until which they hold, both included.
 *
 * @param from {@link LocalDate#MIN} for hours that have always held
 * @param until {@link LocalDate#MAX} for hours that hold until further notice
 */
record StandingHours(OpenHours hours, LocalDate from, LocalDate until) {
    static StandingHours always(OpenHours hours) {
        return new StandingHours(hours, LocalDate.MIN, LocalDate.MAX);
    }

    /** What stands once a week's hours are put in place for some days; before and after them it stays as it was. */
    static List<StandingHours> changed(
            List<StandingHours> before, List<OpenHours> week, LocalDate from, LocalDate until) {
        return Stream.concat(
                        before.stream().flatMap(each -> each.outside(from, until)),
                        week.stream().map(hours -> new StandingHours(hours, from, until)))
                .toList();
    }

    boolean holdsOn(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(until);
    }

    boolean goesFor(LocalDate date) {
        return hours.day() == date.getDayOfWeek() && holdsOn(date);
    }

    private Stream<StandingHours> outside(LocalDate first, LocalDate last) {
        if (last.isBefore(from) || first.isAfter(until)) {
            return Stream.of(this);
        }
        Stream<StandingHours> earlier =
                from.isBefore(first) ? Stream.of(new StandingHours(hours, from, first.minusDays(1))) : Stream.empty();
        Stream<StandingHours> later =
                until.isAfter(last) ? Stream.of(new StandingHours(hours, last.plusDays(1), until)) : Stream.empty();
        return Stream.concat(earlier, later);
    }
}
