package org.safespaces.web.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.web.frame.Exchange;

/**
 * Where on the booking page somebody stands, as its address says it; what the address does not say is {@code null}, but
 * the zone.
 *
 * @param week a Monday
 * @param day the one day that a phone shows
 * @param start of the time chosen
 */
record BookingAddress(LocalDate week, ZoneId zone, LocalDate day, Instant start) {
    // One spelling, to the second; and no year beyond those that calendars and databases know.
    private static final int LENGTH_OF_A_DATE = 10;
    private static final int LENGTH_OF_AN_INSTANT = 20;

    /** Reads it, from an address or from a form; throws {@link NoSuchPerson} for what is no date, zone or time. */
    static BookingAddress read(Exchange exchange) {
        try {
            return new BookingAddress(
                    date(exchange.parameter("week"))
                            .map(BookingAddress::mondayOf)
                            .orElse(null),
                    exchange.parameter("zone").map(ZoneGroup::parse).orElse(ZoneGroup.USUAL),
                    date(exchange.parameter("day")).orElse(null),
                    exchange.parameter("start").map(BookingAddress::instant).orElse(null));
        } catch (DateTimeException unreadable) {
            throw new NoSuchPerson();
        }
    }

    private static Optional<LocalDate> date(Optional<String> typed) {
        if (typed.isPresent() && typed.get().length() != LENGTH_OF_A_DATE) {
            throw new NoSuchPerson();
        }
        return typed.map(LocalDate::parse);
    }

    static Instant instant(String typed) {
        try {
            return Instant.parse(typed.length() == LENGTH_OF_AN_INSTANT ? typed : "");
        } catch (DateTimeException unreadable) {
            throw new NoSuchPerson();
        }
    }

    static LocalDate mondayOf(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    BookingAddress showing(LocalDate monday) {
        return new BookingAddress(monday, zone, day, start);
    }

    BookingAddress in(LocalDate otherWeek) {
        return new BookingAddress(otherWeek, zone, null, null);
    }

    BookingAddress in(ZoneId otherZone) {
        return new BookingAddress(week, otherZone, null, start);
    }

    BookingAddress on(LocalDate otherDay) {
        return new BookingAddress(week, zone, otherDay, null);
    }

    BookingAddress at(Instant chosen) {
        return new BookingAddress(week, zone, null, chosen);
    }

    /** The address, for a link or a redirect. */
    String text() {
        StringBuilder text = new StringBuilder("/client/book?zone=").append(encoded(zone.getId()));
        if (week != null) {
            text.append("&week=").append(week);
        }
        if (day != null) {
            text.append("&day=").append(day);
        }
        if (start != null) {
            text.append("&start=").append(encoded(start.toString()));
        }
        return text.toString();
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
