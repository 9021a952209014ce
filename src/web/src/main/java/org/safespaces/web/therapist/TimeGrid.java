package org.safespaces.web.therapist;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.safespaces.scheduling.DiaryDay;

/**
 * The hours a diary shows, in rows of five minutes, and where something stands in them: by the clock on the therapist's wall.
 * Places are classes, because a page has no styles of its own.
 */
public record TimeGrid(int firstHour, int lastHour, ZoneId zone) {
    private static final int STEP = 5;
    private static final int HOUR = 60;
    private static final int MINUTES_A_DAY = 1440;
    private static final int USUAL_FIRST = 8;
    private static final int USUAL_LAST = 18;

    /** The beginning of an hour, and how it is written. */
    public record Hour(String place, String said) {}

    /** From eight to six, or as much more as the days need. */
    static TimeGrid of(List<DiaryDay> days, ZoneId zone) {
        int first = USUAL_FIRST * HOUR;
        int last = USUAL_LAST * HOUR;
        for (DiaryDay day : days) {
            for (DiaryDay.Stretch each : stretches(day)) {
                first = Math.min(first, minute(day.date(), each.from(), zone));
                last = Math.max(last, minute(day.date(), each.until(), zone));
            }
        }
        return new TimeGrid(first / HOUR, (last + HOUR - 1) / HOUR, zone);
    }

    private static List<DiaryDay.Stretch> stretches(DiaryDay day) {
        return Stream.concat(
                        day.open().stream(),
                        day.entries().stream().map(entry -> new DiaryDay.Stretch(entry.start(), entry.end())))
                .toList();
    }

    List<Hour> hours() {
        return IntStream.rangeClosed(firstHour, lastHour)
                .mapToObj(hour ->
                        new Hour("at-" + (hour - firstHour) * HOUR / STEP, String.format(Locale.UK, "%02d:00", hour)))
                .toList();
    }

    /** How many rows there are. */
    int rows() {
        return (lastHour - firstHour) * HOUR / STEP;
    }

    /** Where a stretch stands on a day, as far as it is shown; empty when it is not. */
    String place(LocalDate day, Instant from, Instant until) {
        return place(minute(day, from, zone), minute(day, until, zone));
    }

    private String place(int from, int until) {
        int first = Math.max(0, row(from));
        int last = Math.min(rows(), row(until + STEP - 1));
        return first < last ? "at-" + first + " for-" + (last - first) : "";
    }

    private int row(int minute) {
        return Math.floorDiv(minute - firstHour * HOUR, STEP);
    }

    /** Where a moment stands; empty when it is not on this day, or not shown. */
    String place(LocalDate day, Instant moment) {
        boolean shown = LocalDate.ofInstant(moment, zone).equals(day);
        int row = row(minute(day, moment, zone));
        return shown && row >= 0 && row <= rows() ? "at-" + row : "";
    }

    /** Where a day is closed: all that is shown of it, without its open stretches. */
    List<String> closed(DiaryDay day) {
        List<String> closed = new ArrayList<>();
        int from = 0;
        for (DiaryDay.Stretch open : day.open().stream()
                .sorted(Comparator.comparing(DiaryDay.Stretch::from))
                .toList()) {
            closed.add(place(from, minute(day.date(), open.from(), zone)));
            from = Math.max(from, minute(day.date(), open.until(), zone));
        }
        closed.add(place(from, MINUTES_A_DAY));
        return closed.stream().filter(place -> !place.isEmpty()).toList();
    }

    private static int minute(LocalDate day, Instant at, ZoneId zone) {
        LocalDateTime wall = LocalDateTime.ofInstant(at, zone);
        long minutes = Duration.between(day.atStartOfDay(), wall).toMinutes();
        return (int) Math.max(0, Math.min(MINUTES_A_DAY, minutes));
    }
}
