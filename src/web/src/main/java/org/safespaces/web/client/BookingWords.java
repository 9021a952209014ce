package org.safespaces.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.safespaces.scheduling.Mode;
import org.safespaces.scheduling.SessionKind;
import org.safespaces.scheduling.SpokenTime;
import org.safespaces.web.frame.Exchange;

/** Sentences about times on a client's pages. */
@RequestScoped
public class BookingWords {
    private static final int A_WEEK = 7;
    private static final int PENCE = 100;

    @Inject
    private Exchange exchange;

    /** "15:00 to 15:50". */
    String hours(Instant start, Instant end, ZoneId zone) {
        return said("book.hours", new SpokenTime(start, zone).hour(), new SpokenTime(end, zone).hour());
    }

    /** "your time (Madrid)", or "London time" for whoever is where her therapist is. */
    String zone(ZoneId reader, ZoneId therapist) {
        return said(reader.equals(therapist) ? "book.time.hers" : "book.time.yours", SpokenTime.place(reader));
    }

    /** "14:00 to 14:50 London time", with the day before it when it is another; empty for whoever is there herself. */
    String hoursThere(Instant start, Instant end, ZoneId reader, ZoneId therapist) {
        if (reader.equals(therapist)) {
            return "";
        }
        SpokenTime there = new SpokenTime(start, therapist);
        String hours = said("book.hours.there", hours(start, end, therapist), SpokenTime.place(therapist));
        boolean sameDay = there.date().equals(new SpokenTime(start, reader).date());
        return sameDay ? hours : there.day() + ", " + hours;
    }

    /** Where the therapist is, and by how much her clock differs, if it does so the whole week. */
    String therapistsPlace(LocalDate week, ZoneId reader, ZoneId therapist) {
        String place = SpokenTime.place(therapist);
        Duration difference = difference(week, reader, therapist);
        if (!difference.equals(difference(week.plusDays(A_WEEK), reader, therapist))) {
            return said("book.zone.therapist", place);
        }
        if (difference.isZero()) {
            return said("book.zone.same", place);
        }
        return said(difference.isNegative() ? "book.zone.behind" : "book.zone.ahead", place, amount(difference.abs()));
    }

    private static Duration difference(LocalDate date, ZoneId reader, ZoneId therapist) {
        Instant at = date.atStartOfDay(reader).toInstant();
        int there = therapist.getRules().getOffset(at).getTotalSeconds();
        return Duration.ofSeconds(there - reader.getRules().getOffset(at).getTotalSeconds());
    }

    private String amount(Duration difference) {
        String hours = said(difference.toHours() == 1 ? "book.zone.hour" : "book.zone.hours", difference.toHours());
        return difference.toMinutesPart() == 0 ? hours : said("book.zone.minutes", hours, difference.toMinutesPart());
    }

    /** "Sat 27 March, 09:00 (London time)". */
    String moment(Instant at, ZoneId reader) {
        return new SpokenTime(at, reader).moment();
    }

    String how(Mode mode) {
        return said("book.mode." + mode);
    }

    String length(SessionKind kind) {
        return said("book.kind.minutes", kind.length().toMinutes());
    }

    /** "£60", "£62.50"; empty when none is shown. */
    String fee(SessionKind kind) {
        return kind.feePence().map(BookingWords::pounds).orElse("");
    }

    private static String pounds(int pence) {
        return pence % PENCE == 0
                ? "£" + pence / PENCE
                : String.format(Locale.UK, "£%d.%02d", pence / PENCE, pence % PENCE);
    }

    /** "50 minutes, online, £60". */
    String kind(SessionKind kind) {
        String plain = said("book.kind.line", length(kind), how(kind.mode()).toLowerCase(Locale.UK));
        return kind.feePence().isEmpty() ? plain : said("book.kind.line", plain, fee(kind));
    }

    /** "48 hours". */
    String ahead(Duration time) {
        return said(time.toHours() == 1 ? "book.zone.hour" : "book.zone.hours", time.toHours());
    }

    String said(String key, Object... values) {
        return String.format(Locale.UK, exchange.text("booking", key), values);
    }
}
