package org.safespaces.scheduling;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Classification;
import biweekly.property.Status;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/**
 * Writes a calendar as other programs read it (RFC 5545). Times are instants in UTC, so that no zone rules but the reader's own
 * count. Whatever is written may be read by anybody: no description, place, person, alarm, note or link. Source: booking.md 11.
 */
final class CalendarText {
    private static final String NEUTRAL = "-//Calendar//Calendar 1//EN";

    private CalendarText() {}

    static String of(List<CalendarEntry> entries, Instant now) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId(NEUTRAL);
        entries.forEach(entry -> calendar.addEvent(event(entry, now)));
        return Biweekly.write(calendar).go();
    }

    private static VEvent event(CalendarEntry entry, Instant now) {
        VEvent event = new VEvent();
        event.setUid(entry.uid());
        event.setDateTimeStamp(Date.from(now));
        event.setSequence(entry.sequence());
        event.setSummary(entry.summary());
        event.setDateStart(Date.from(entry.start()));
        event.setDateEnd(Date.from(entry.end()));
        event.setClassification(Classification.private_());
        event.setStatus(status(entry.certainty()));
        return event;
    }

    private static Status status(CalendarEntry.Certainty certainty) {
        return switch (certainty) {
            case TENTATIVE -> Status.tentative();
            case CONFIRMED -> Status.confirmed();
            case CANCELLED -> Status.cancelled();
        };
    }
}
