package org.safespaces.web.admin;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.safespaces.settings.Setting;

/** How values and moments are written on an admin's pages. */
final class OfficeWords {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));

    private OfficeWords() {}

    /** "24 November 2026, 10:15". */
    static String when(Instant then) {
        return WHEN.format(then);
    }

    /** A value as people write it: "Monday, Tuesday". */
    static String shown(Setting setting, String value) {
        return switch (setting.kind()) {
            case DAYS -> Arrays.stream(value.split(","))
                    .map(String::strip)
                    .filter(day -> !day.isEmpty())
                    .map(day -> day.charAt(0) + day.substring(1).toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            case DATES -> value.replaceAll("\\s*,\\s*", ", ");
            default -> value;
        };
    }

    /** What people wrote, as it is kept: "MONDAY,TUESDAY". */
    static String read(Setting setting, String typed) {
        return switch (setting.kind()) {
            case DAYS -> typed.toUpperCase(Locale.ROOT).replaceAll("[\\s,]+", ",");
            case DATES -> typed.replaceAll("[\\s,]+", ",");
            default -> typed;
        };
    }
}
