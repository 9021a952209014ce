package org.safespaces.web.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.scheduling.FreeTimes;
import org.safespaces.web.frame.Exchange;

/**
 * Where somebody stands who chooses a time from a week, as the address says it; what the address does not say is {@code null}.
 *
 * @param page the page and what the week is for, its query begun
 * @param week a Monday
 * @param zone whose clock the times are shown on; not part of the address
 * @param day the one day that a phone shows
 * @param start of the time chosen
 */
record BookingAddress(String page, LocalDate week, ZoneId zone, LocalDate day, Instant start) {
    // One spelling, to the second; and no year beyond those that calendars and databases know.
    private static final int LENGTH_OF_A_DATE = 10;
    private static final int LENGTH_OF_AN_INSTANT = 20;

    /** Reads it, from an address or from a form; throws {@link NoSuchPerson} for what is no date or time. */
    static BookingAddress read(Exchange exchange, String page, ZoneId zone) {
        try {
            return new BookingAddress(
                    page,
                    date(exchange.parameter("week")).map(FreeTimes::mondayOf).orElse(null),
                    zone,
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

    BookingAddress showing(LocalDate monday) {
        return new BookingAddress(page, monday, zone, day, start);
    }

    BookingAddress in(LocalDate otherWeek) {
        return new BookingAddress(page, otherWeek, zone, null, null);
    }

    BookingAddress on(LocalDate otherDay) {
        return new BookingAddress(page, week, zone, otherDay, null);
    }

    BookingAddress at(Instant chosen) {
        return new BookingAddress(page, week, zone, null, chosen);
    }

    /** The week in which a time lies, nothing chosen. */
    BookingAddress around(Instant time) {
        return in(FreeTimes.mondayOf(LocalDate.ofInstant(time, zone)));
    }

    /** The address, for a link or a redirect. */
    String text() {
        StringBuilder text = new StringBuilder(page);
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
