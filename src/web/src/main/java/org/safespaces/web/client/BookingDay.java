package org.safespaces.web.client;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.safespaces.scheduling.FreeDay;
import org.safespaces.scheduling.Slot;
import org.safespaces.scheduling.SpokenTime;
import org.safespaces.web.frame.Days;

/**
 * One column of the week, as it is drawn.
 *
 * @param shut why there is nothing to choose, as a key of a text; empty when there is
 * @param shown the one day of the week that a phone shows
 * @param address of the page that shows this day on a phone
 */
public record BookingDay(
        String name,
        String number,
        String said,
        String shut,
        List<Part> parts,
        int count,
        boolean shown,
        boolean chosen,
        String address) {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("EEE", Locale.UK);
    private static final int NOON = 12;
    private static final int EVENING = 18;

    /** A part of the day and its free times. */
    public record Part(String name, List<Time> times) {}

    /** A free time: what the button sends, and what it says. */
    public record Time(String value, String hour, boolean chosen) {}

    static BookingDay of(FreeDay day, BookingAddress here, boolean shown) {
        List<Time> none = List.of();
        return new BookingDay(
                NAME.format(day.date()),
                String.valueOf(day.date().getDayOfMonth()),
                Days.day(day.date()),
                day.times().isEmpty() ? "book.day." + day.kind() : "",
                day.times().isEmpty()
                        ? List.of(new Part("morning", none), new Part("afternoon", none), new Part("evening", none))
                        : List.of(
                                part("morning", day, here, 0, NOON),
                                part("afternoon", day, here, NOON, EVENING),
                                part("evening", day, here, EVENING, 24)),
                day.times().size(),
                shown,
                day.times().stream().anyMatch(slot -> slot.start().equals(here.start())),
                here.on(day.date()).text());
    }

    private static Part part(String name, FreeDay day, BookingAddress here, int from, int until) {
        return new Part(
                name,
                day.times().stream()
                        .map(Slot::start)
                        .filter(start -> isWithin(new SpokenTime(start, here.zone()).hourOfDay(), from, until))
                        .map(start -> time(start, here))
                        .toList());
    }

    private static Time time(Instant start, BookingAddress here) {
        return new Time(start.toString(), new SpokenTime(start, here.zone()).hour(), start.equals(here.start()));
    }

    private static boolean isWithin(int hour, int from, int until) {
        return from <= hour && hour < until;
    }
}
