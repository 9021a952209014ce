package org.safespaces.web.therapist;

import java.time.ZoneId;
import org.safespaces.scheduling.DiaryEntry;
import org.safespaces.scheduling.SpokenTime;

/** An appointment's time in words, in the therapist's zone. */
final class Spoken {
    private Spoken() {}

    static String when(DiaryEntry entry, ZoneId zone) {
        SpokenTime start = new SpokenTime(entry.start(), zone);
        return start.day() + ", " + hours(entry, zone);
    }

    static String hours(DiaryEntry entry, ZoneId zone) {
        return new SpokenTime(entry.start(), zone).hour() + " to " + new SpokenTime(entry.end(), zone).hour();
    }
}
