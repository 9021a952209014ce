package org.safespaces.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * How an instant is said where somebody is; the one place that words times, so that every page says the same. The zone is
 * named beside the time, always.
 */
public record SpokenTime(Instant at, ZoneId zone) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.UK);
    private static final DateTimeFormatter DAY_AND_MONTH = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("EEE d MMMM", Locale.UK);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    /** "Thursday 26 November". */
    public String day() {
        return local().format(DAY);
    }

    /** "Thursday 26 November 2026". */
    public String dayOfYear() {
        return local().format(DAY_OF_YEAR);
    }

    /** "15:00"; in the doubled hour of autumn "01:30 (first, summer time)". */
    public String hour() {
        ZonedDateTime local = local();
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local.toLocalDateTime());
        if (offsets.size() < 2) {
            return local.format(HOUR);
        }
        boolean first = local.getOffset().equals(offsets.get(0));
        return local.format(HOUR) + (first ? " (first, summer time)" : " (second, winter time)");
    }

    /** "Sat 27 March, 09:00 (London time)": a moment by which something has to be done. */
    public String moment() {
        return local().format(SHORT_DAY) + ", " + hour() + " (" + place(zone) + " time)";
    }

    /** "Tuesday 10:00 (London time)": as a reminder says it, to somebody who knows which Tuesday. */
    public String reminder() {
        return local().format(WEEKDAY) + " " + hour() + " (" + place(zone) + " time)";
    }

    public LocalDate date() {
        return local().toLocalDate();
    }

    /** "23 to 29 November", "30 November to 6 December": the week that begins on this Monday. */
    public static String week(LocalDate monday) {
        LocalDate sunday = monday.plusDays(6);
        String last = DAY_AND_MONTH.format(sunday);
        return monday.getMonth() == sunday.getMonth()
                ? monday.getDayOfMonth() + " to " + last
                : DAY_AND_MONTH.format(monday) + " to " + last;
    }

    /** How a zone is named: by its city. */
    public static String place(ZoneId zone) {
        String id = zone.getId();
        return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    }

    private ZonedDateTime local() {
        return at.atZone(zone);
    }
}
