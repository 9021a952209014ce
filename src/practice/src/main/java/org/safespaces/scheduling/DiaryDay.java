package org.safespaces.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A day as it stands in a therapist's diary.
 *
 * @param open the stretches in which she is open, time off taken out
 * @param off leave and blocked time that meets the day
 * @param entries what takes up time, or took it up
 */
public record DiaryDay(LocalDate date, List<Stretch> open, List<TimeOff> off, List<DiaryEntry> entries) {
    /** Some time of the day, its end not part of it. */
    public record Stretch(Instant from, Instant until) {}
}
