package org.safespaces.web.therapist;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.safespaces.scheduling.OpenHours;

/** What stands in the two fields of a stretch of a day: as kept, or as typed. */
public record HoursRow(String id, DayOfWeek day, boolean second, String opens, String closes, String error) {
    static HoursRow kept(String id, DayOfWeek day, boolean second, List<OpenHours> hours) {
        return hours.stream()
                .filter(each -> each.day() == day)
                .skip(second ? 1 : 0)
                .findFirst()
                .map(each -> new HoursRow(id, day, second, each.opens().toString(), closes(each.closes()), ""))
                .orElse(new HoursRow(id, day, second, "", "", ""));
    }

    /** How a closing time is written: midnight ends the day it stands in. */
    static String closes(LocalTime time) {
        return time.equals(LocalTime.MIDNIGHT) ? "24:00" : time.toString();
    }

    HoursRow with(String found) {
        return new HoursRow(id, day, second, opens, closes, found);
    }

    boolean isBlank() {
        return opens.isEmpty() && closes.isEmpty();
    }
}
