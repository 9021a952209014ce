package org.safespaces.web.client;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.safespaces.scheduling.FreeTimes;
import org.safespaces.scheduling.Slot;
import org.safespaces.scheduling.SpokenTime;

/**
 * A week of free times as a page shows it, on the clock of the reader.
 *
 * @param here the week shown
 * @param times in words, whose clock it is
 * @param therapistsPlace where the therapist is, and by how much her clock differs
 */
public record TimesShown(BookingAddress here, FreeTimes free, BookingWeek week, String times, String therapistsPlace) {
    /** The week that {@code here} names, which is the one that {@code free} are the times of. */
    static TimesShown of(BookingAddress here, LocalDate today, FreeTimes free, BookingWords words) {
        ZoneId therapistsZone = free.therapist().zone();
        boolean there = here.zone().equals(therapistsZone);
        return new TimesShown(
                here,
                free,
                BookingWeek.of(free.days(), here, today),
                words.said(there ? "book.zone.there" : "book.zone.yours", SpokenTime.place(here.zone())),
                words.therapistsPlace(here.week(), here.zone(), therapistsZone));
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
