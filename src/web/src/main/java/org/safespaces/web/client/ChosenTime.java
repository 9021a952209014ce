package org.safespaces.web.client;

import java.time.Instant;
import java.time.ZoneId;
import org.safespaces.scheduling.SpokenTime;

/**
 * A time in words, on the reader's clock.
 *
 * @param there the same on the therapist's clock; empty when it is the same clock
 */
public record ChosenTime(String start, String day, String hours, String zone, String there) {
    static ChosenTime of(Instant start, Instant end, ZoneId reader, ZoneId therapist, BookingWords words) {
        return new ChosenTime(
                start.toString(),
                new SpokenTime(start, reader).day(),
                words.hours(start, end, reader),
                words.zone(reader, therapist),
                words.hoursThere(start, end, reader, therapist));
    }
}
