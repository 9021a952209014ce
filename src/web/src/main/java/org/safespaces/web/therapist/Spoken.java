package org.safespaces.web.therapist;

import java.time.ZoneId;
import java.util.List;
import org.safespaces.scheduling.DiaryEntry;
import org.safespaces.scheduling.SpokenTime;

/** An appointment's time in words, in the therapist's zone; and several names as one would say them. */
final class Spoken {
    private Spoken() {}

    static String when(DiaryEntry entry, ZoneId zone) {
        SpokenTime start = new SpokenTime(entry.start(), zone);
        return start.day() + ", " + hours(entry, zone);
    }

    static String hours(DiaryEntry entry, ZoneId zone) {
        return new SpokenTime(entry.start(), zone).hour() + " to " + new SpokenTime(entry.end(), zone).hour();
    }

    /** "Tall Rowan, Grey Alder and Quiet Aspen". */
    static String all(List<String> names) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        int last = names.size() - 1;
        return String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
