package org.safespaces.web.therapist;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.safespaces.scheduling.PlannedTime;
import org.safespaces.web.frame.Days;

/** A day with times that are free, each leading on. */
public record OfferedDay(String said, List<Time> times) {
    /** How many days are looked at in one go. */
    static final int AT_ONCE = 7;

    /** A time to choose. */
    public record Time(String hour, String address) {}

    /**
     * The days that have any.
     *
     * @param leadingTo an address to which day and time are added
     */
    static List<OfferedDay> of(List<PlannedTime> free, String leadingTo) {
        Map<LocalDate, List<PlannedTime>> byDay = free.stream()
                .collect(Collectors.groupingBy(each -> each.meant().toLocalDate(), TreeMap::new, Collectors.toList()));
        return byDay.entrySet().stream()
                .map(day -> new OfferedDay(
                        Days.day(day.getKey()),
                        day.getValue().stream()
                                .map(each -> new Time(each.said().hour(), leadingTo + at(each)))
                                .toList()))
                .toList();
    }

    private static String at(PlannedTime time) {
        return "&day=" + time.meant().toLocalDate() + "&time="
                + URLEncoder.encode(time.meant().toLocalTime().toString(), StandardCharsets.UTF_8);
    }
}
