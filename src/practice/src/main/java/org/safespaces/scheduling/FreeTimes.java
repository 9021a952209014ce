package org.safespaces.scheduling;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.safespaces.people.TherapistSummary;

/**
 * What a client can choose from.
 *
 * @param session the kind of session these times are for
 * @param enoughBooked she has as many sessions before her as she may have; then every day is without times
 */
public record FreeTimes(TherapistSummary therapist, SessionKind session, boolean enoughBooked, List<FreeDay> days) {
    /** The Monday of the first week in which a time is free, on the calendar these days are of. */
    public Optional<LocalDate> firstWeek() {
        return days.stream()
                .filter(day -> !day.times().isEmpty())
                .map(FreeDay::date)
                .findFirst()
                .map(FreeTimes::mondayOf);
    }

    /** The Monday of the week in which a day lies. */
    public static LocalDate mondayOf(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Of these, some days from one on; what is not among these is left out. */
    public FreeTimes within(LocalDate first, int count) {
        LocalDate end = first.plusDays(count);
        return new FreeTimes(
                therapist,
                session,
                enoughBooked,
                days.stream()
                        .filter(day -> !day.date().isBefore(first) && day.date().isBefore(end))
                        .toList());
    }
}
