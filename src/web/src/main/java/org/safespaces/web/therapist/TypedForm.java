package org.safespaces.web.therapist;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.safespaces.scheduling.OpenHours;
import org.safespaces.web.frame.Exchange;

/** Days and times as they were typed into one form, and what is wrong with them, told beside each field. */
final class TypedForm {
    private static final String WORDS = "diary";

    private final Exchange exchange;
    private final Map<String, String> errors = new HashMap<>();

    TypedForm(Exchange exchange) {
        this.exchange = exchange;
    }

    boolean isFine() {
        return errors.isEmpty();
    }

    String wrong(String field) {
        return errors.getOrDefault(field, "");
    }

    void complain(String field, String key) {
        complain(field, "", key);
    }

    private void complain(String field, String whose, String key) {
        if (!errors.containsKey(field)) {
            String said = exchange.text(WORDS, key);
            errors.put(field, said);
            exchange.complainAt(field, whose + said);
        }
    }

    /** A day; empty, and complained of, when there is none. */
    Optional<LocalDate> day(String field) {
        Optional<LocalDate> day = exchange.parameter(field).flatMap(TypedForm::readDay);
        if (day.isEmpty()) {
            complain(field, "error.day");
        }
        return day;
    }

    /** A day that may be left out. */
    Optional<LocalDate> dayIfAny(String field) {
        return exchange.parameter(field).isEmpty() ? Optional.empty() : day(field);
    }

    /** A time of day; empty, and complained of, when there is none. */
    Optional<LocalTime> time(String field) {
        Optional<LocalTime> time = exchange.parameter(field).flatMap(TypedTime::read);
        if (time.isEmpty()) {
            complain(field, "availability.error.time");
        }
        return time;
    }

    /** One of some whole numbers; empty, and complained of, when it is none of them. */
    Optional<Integer> number(String field, List<Integer> possible) {
        Optional<Integer> number = exchange.parameter(field)
                .filter(typed -> typed.matches("\\d{1,4}"))
                .map(Integer::valueOf)
                .filter(possible::contains);
        if (number.isEmpty()) {
            complain(field, "error.number");
        }
        return number;
    }

    HoursRow hours(String id, DayOfWeek day, boolean second) {
        return new HoursRow(
                id,
                day,
                second,
                exchange.parameter(id + "-opens").orElse(""),
                exchange.parameter(id + "-closes").orElse(""),
                "");
    }

    /** The hours in some rows, without those left blank; each that cannot be read is complained of. */
    List<OpenHours> read(List<HoursRow> filled) {
        List<OpenHours> hours = new ArrayList<>();
        for (HoursRow row : filled) {
            LocalTime opens = read(row, "opens", row.opens());
            LocalTime closes = read(row, "closes", row.closes());
            if (opens != null && closes != null) {
                hours.add(new OpenHours(row.day(), opens, closes));
            }
        }
        return hours;
    }

    private LocalTime read(HoursRow row, String end, String typed) {
        if (typed.isEmpty()) {
            complain(row, end, "availability.error.half");
            return null;
        }
        LocalTime time = TypedTime.read(typed).orElse(null);
        if (time == null) {
            complain(row, end, "availability.error.time");
        }
        return time;
    }

    /** Complains of a stretch, once, at one of its two fields. */
    void complain(HoursRow row, String end, String key) {
        if (!errors.containsKey(row.id())) {
            String said = exchange.text(WORDS, key);
            errors.put(row.id(), said);
            exchange.complainAt(row.id() + "-" + end, name(row.day()) + ": " + said);
        }
    }

    static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.UK);
    }

    static Optional<LocalDate> readDay(String typed) {
        try {
            return typed.length() == 10 ? Optional.of(LocalDate.parse(typed)) : Optional.empty();
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
