package org.safespaces.mail;

import java.util.regex.Pattern;

/** What a letter says: one of few texts, and a weekday and a time where that is wished. There is no way to put anything else in. */
record Wording(String subject, String text) {
    private static final Pattern WHEN = Pattern.compile("(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \\d\\d:\\d\\d"
            + "( \\((first, summer|second, winter) time\\))? \\([A-Z][A-Za-z0-9'+ -]{1,40} time\\)");

    /** Is it a weekday and a time, with the zone, and nothing else? */
    static boolean isWhen(String text) {
        return WHEN.matcher(text).matches();
    }

    /**
     * A reminder that says when, and not of what.
     *
     * @param when as in "Tuesday 10:00 (London time)"; anything else is refused
     */
    static Wording reminderOf(String when) {
        if (!isWhen(when)) {
            throw new IllegalArgumentException("no weekday and time");
        }
        return new Wording("Reminder: " + when, "Reminder: " + when + "\n");
    }
}
