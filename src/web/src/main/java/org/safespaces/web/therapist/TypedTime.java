package org.safespaces.web.therapist;

import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a time of day as people type it: 9, 09:00, 9.30, 1730, 5 pm. 24:00 is midnight. */
final class TypedTime {
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,2})(?:[:. ]?(\\d{2}))? ?(am|pm)?");

    private TypedTime() {}

    /** The time meant; empty when it is none. */
    static Optional<LocalTime> read(String typed) {
        Matcher parts = SHAPE.matcher(typed.strip().toLowerCase(Locale.UK));
        if (!parts.matches()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(parts.group(1));
        int minute = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
        if (parts.group(3) != null) {
            return hour < 1 || hour > 12
                    ? Optional.empty()
                    : at(hour % 12 + ("pm".equals(parts.group(3)) ? 12 : 0), minute);
        }
        return hour == 24 && minute == 0 ? Optional.of(LocalTime.MIDNIGHT) : at(hour, minute);
    }

    private static Optional<LocalTime> at(int hour, int minute) {
        return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
    }
}
