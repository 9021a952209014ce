package org.safespaces.web.client;

import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.safespaces.people.PartOfDay;
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

    /** A part of the day and its free times. */
    public record Part(String name, List<Time> times) {}

    /** A free time: what the button sends, and what it says. */
    public record Time(String value, String hour, boolean chosen) {}

    static BookingDay of(FreeDay day, BookingAddress here, boolean shown) {
        return new BookingDay(
                NAME.format(day.date()),
                String.valueOf(day.date().getDayOfMonth()),
                Days.day(day.date()),
                day.times().isEmpty() ? "book.day." + day.kind() : "",
                Arrays.stream(PartOfDay.values())
                        .map(part -> part(part, day, here))
                        .toList(),
                day.times().size(),
                shown,
                day.times().stream().anyMatch(slot -> slot.start().equals(here.start())),
                here.on(day.date()).text());
    }

    private static Part part(PartOfDay part, FreeDay day, BookingAddress here) {
        return new Part(
                part.name(),
                day.times().stream()
                        .map(Slot::start)
                        .filter(start -> PartOfDay.at(LocalTime.ofInstant(start, here.zone())) == part)
                        .map(start -> time(start, here))
                        .toList());
    }

    private static Time time(Instant start, BookingAddress here) {
        return new Time(start.toString(), new SpokenTime(start, here.zone()).hour(), start.equals(here.start()));
    }
}
