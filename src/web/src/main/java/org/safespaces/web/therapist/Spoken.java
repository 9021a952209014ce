package org.safespaces.web.therapist;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.safespaces.scheduling.DiaryEntry;
import org.safespaces.scheduling.SpokenTime;
import org.safespaces.scheduling.TimeOff;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

/** An appointment in words: whose it is, and when, in the therapist's zone; and several names as one would say them. */
final class Spoken {
    private Spoken() {}

    static String when(DiaryEntry entry, ZoneId zone) {
        SpokenTime start = new SpokenTime(entry.start(), zone);
        return start.day() + ", " + hours(entry, zone);
    }

    /** "Tue 24 Nov, 10:00". */
    static String brief(Instant at, ZoneId zone) {
        SpokenTime start = new SpokenTime(at, zone);
        return Days.brief(start.date()) + ", " + start.hour();
    }

    static String hours(DiaryEntry entry, ZoneId zone) {
        return new SpokenTime(entry.start(), zone).hour() + " to " + new SpokenTime(entry.end(), zone).hour();
    }

    /** "Monday 2 August to Friday 6 August", "Monday 2 August", "Monday 2 August, 09:00 to 11:00". */
    static String off(TimeOff off, ZoneId zone) {
        SpokenTime from = new SpokenTime(off.from(), zone);
        SpokenTime until = new SpokenTime(off.until(), zone);
        if (off.kind() == TimeOff.Kind.LEAVE) {
            SpokenTime last = new SpokenTime(off.until().minusSeconds(1), zone);
            return from.date().equals(last.date()) ? from.dayOfYear() : from.day() + " to " + last.dayOfYear();
        }
        String end = from.date().equals(until.date()) ? until.hour() : midnight(until);
        return from.day() + ", " + from.hour() + " to " + end;
    }

    private static String midnight(SpokenTime until) {
        return "00:00".equals(until.hour()) ? "24:00" : until.day() + ", " + until.hour();
    }

    /** "Tall Rowan, Grey Alder and Quiet Aspen". */
    static String all(List<String> names) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        int last = names.size() - 1;
        return String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** The designation; of an erased record nobody knows it any more. */
    static String whose(DiaryEntry entry, Exchange exchange) {
        return entry.designation().orElseGet(() -> exchange.text("erasure", "diary.erased"));
    }

    /** For an address; empty when there is no record to go to. */
    static String caseId(DiaryEntry entry) {
        return entry.caseId().map(id -> id.value().toString()).orElse("");
    }
}
