package org.safespaces.web.frame;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How days are written, everywhere alike. */
public final class Days {
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK);
    private static final DateTimeFormatter WITH_YEAR = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private Days() {}

    /** "Tuesday 24 November". */
    public static String day(LocalDate day) {
        return LONG.format(day);
    }

    /** "Tue 24 Nov". */
    public static String brief(LocalDate day) {
        return SHORT.format(day);
    }

    /** "24 November 2026". */
    public static String dated(LocalDate day) {
        return WITH_YEAR.format(day);
    }
}
