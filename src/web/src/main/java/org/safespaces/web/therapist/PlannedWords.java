package org.safespaces.web.therapist;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.safespaces.scheduling.PlannedTime;
import org.safespaces.scheduling.SpokenTime;
import org.safespaces.web.frame.Exchange;

/** How a time that is meant is said, and what is in its way. */
final class PlannedWords {
    private PlannedWords() {}

    /** "Monday 29 March 2027, 10:00 to 10:50 (London time)". */
    static String said(PlannedTime planned, Duration length) {
        SpokenTime end = new SpokenTime(planned.start().plus(length), planned.zone());
        return planned.said().dayOfYear() + ", " + planned.said().hour() + " to " + end.hour() + " ("
                + SpokenTime.place(planned.zone()) + " time)";
    }

    /** "Monday 29 March 2027, 10:00". */
    static String brief(PlannedTime planned) {
        return planned.said().dayOfYear() + ", " + planned.said().hour();
    }

    /** "05:00 for her (New York)"; empty for a client in the same zone. */
    static String elsewhere(PlannedTime planned, Exchange exchange) {
        return planned.elsewhere()
                .map(zone -> {
                    SpokenTime hers = new SpokenTime(planned.start(), zone);
                    String day = hers.date().equals(planned.said().date()) ? "" : hers.day() + ", ";
                    return String.format(
                            exchange.text("diary", "planned.elsewhere"), day + hers.hour(), SpokenTime.place(zone));
                })
                .orElse("");
    }

    /** What has to be known about it; empty for a time within the hours. */
    static String inTheWay(PlannedTime planned, Exchange exchange) {
        String key = "planned." + planned.kind();
        return planned.kind() == PlannedTime.Kind.DOES_NOT_EXIST
                ? String.format(exchange.text("diary", key), planned.said().hour())
                : exchange.text("diary", key);
    }

    /** An instant with its day: "Saturday 27 March 2027, 09:00". */
    static String at(Instant instant, ZoneId zone) {
        SpokenTime said = new SpokenTime(instant, zone);
        return said.dayOfYear() + ", " + said.hour();
    }
}
