package org.safespaces.scheduling;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The hours of an ordinary week, and for which days they go.
 *
 * @param from empty when they have always gone
 * @param until the last day; empty when none is set
 */
public record Week(Optional<LocalDate> from, Optional<LocalDate> until, List<OpenHours> hours) {
    private static final Comparator<OpenHours> IN_ORDER =
            Comparator.comparing(OpenHours::day).thenComparing(OpenHours::opens);

    /** The week that goes on a day. */
    static Week on(LocalDate date, List<StandingHours> all) {
        TreeSet<LocalDate> changes = changes(all);
        return new Week(
                Optional.ofNullable(changes.floor(date)),
                Optional.ofNullable(changes.higher(date)).map(next -> next.minusDays(1)),
                all.stream()
                        .filter(each -> each.holdsOn(date))
                        .map(StandingHours::hours)
                        .sorted(IN_ORDER)
                        .toList());
    }

    /** That one, and each that comes after it. */
    static List<Week> since(LocalDate date, List<StandingHours> all) {
        return Stream.concat(Stream.of(date), changes(all).tailSet(date, false).stream())
                .map(each -> on(each, all))
                .toList();
    }

    private static TreeSet<LocalDate> changes(List<StandingHours> all) {
        TreeSet<LocalDate> changes = new TreeSet<>();
        for (StandingHours each : all) {
            if (each.from().isAfter(LocalDate.MIN)) {
                changes.add(each.from());
            }
            if (each.until().isBefore(LocalDate.MAX)) {
                changes.add(each.until().plusDays(1));
            }
        }
        return changes;
    }
}
