package org.safespaces.web.client;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.safespaces.scheduling.FreeDay;
import org.safespaces.scheduling.FreeTimes;
import org.safespaces.scheduling.Slot;
import org.safespaces.scheduling.SpokenTime;

/**
 * A week of free times as a page shows it, on the clock of the reader.
 *
 * @param here the week shown; the first one with a free time, when the address names none
 * @param times in words, whose clock it is
 * @param therapistsPlace where the therapist is, and by how much her clock differs
 */
public record TimesShown(BookingAddress here, FreeTimes free, BookingWeek week, String times, String therapistsPlace) {
    private static final int A_WEEK = 7;
    private static final int FIVE_WEEKS = 35;

    /** Free times from a date on, for that many days. */
    interface Source {
        FreeTimes from(LocalDate first, int days);
    }

    static TimesShown of(BookingAddress asked, LocalDate today, Source source, BookingWords words) {
        BookingAddress here = asked;
        FreeTimes free;
        if (asked.week() != null) {
            free = source.from(asked.week(), A_WEEK);
        } else if (asked.start() != null) {
            here = asked.showing(BookingAddress.mondayOf(LocalDate.ofInstant(asked.start(), asked.zone())));
            free = source.from(here.week(), A_WEEK);
        } else {
            LocalDate thisWeek = BookingAddress.mondayOf(today);
            FreeTimes ahead = source.from(thisWeek, FIVE_WEEKS);
            here = asked.showing(firstWeek(ahead).orElse(thisWeek));
            free = ahead.within(here.week(), A_WEEK);
        }
        ZoneId therapistsZone = free.therapist().zone();
        boolean there = here.zone().equals(therapistsZone);
        return new TimesShown(
                here,
                free,
                BookingWeek.of(free.days(), here, today),
                words.said(there ? "book.zone.there" : "book.zone.yours", SpokenTime.place(here.zone())),
                words.therapistsPlace(here.week(), here.zone(), therapistsZone));
    }

    private static Optional<LocalDate> firstWeek(FreeTimes ahead) {
        return ahead.days().stream()
                .filter(day -> !day.times().isEmpty())
                .map(FreeDay::date)
                .findFirst()
                .map(BookingAddress::mondayOf);
    }

    /** Not one free time in the week that is shown, although more sessions may be booked. */
    public boolean nothingFree() {
        return !free.enoughBooked() && week.days().stream().allMatch(day -> day.count() == 0);
    }

    public String address() {
        return here.text();
    }

    public String weekValue() {
        return here.week().toString();
    }

    /** The time chosen, if it is among those that are free. */
    Optional<Slot> chosen() {
        return free.days().stream()
                .flatMap(day -> day.times().stream())
                .filter(slot -> slot.start().equals(here.start()))
                .findFirst();
    }
}
