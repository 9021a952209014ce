package org.safespaces.scheduling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safespaces.people.TherapistId;
import org.safespaces.people.TherapistSummary;
import org.safespaces.vault.SealedText;

/** Mondays at 10:00 in London through the year 2027, as clients elsewhere see them. Each cell stands as somebody reckoned it by hand. */
class ZoneFixturesTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Terms THERAPY =
            new Terms(Duration.ofMinutes(50), Duration.ZERO, Duration.ofMinutes(10), Duration.ofHours(24), 366, 40);
    private static final Map<String, ZoneId> PLACES = Map.of(
            "New York", ZoneId.of("America/New_York"),
            "Kolkata", ZoneId.of("Asia/Kolkata"),
            "Kathmandu", ZoneId.of("Asia/Kathmandu"),
            "Sydney", ZoneId.of("Australia/Sydney"),
            "Lord Howe", ZoneId.of("Australia/Lord_Howe"));

    private static final TherapistSummary THERAPIST =
            new TherapistSummary(new TherapistId(UUID.randomUUID()), "Tall Rowan", LONDON);

    private static final class FiftyMinutes extends SessionType {
        @Override
        UUID id() {
            return THERAPY;
        }

        @Override
        Terms terms() {
            return ZoneFixturesTest.THERAPY;
        }

        @Override
        Duration cancellation() {
            return Duration.ofHours(48);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-08, 10:00, 05:00, 15:30, 15:45, 21:00, 21:00",
        "2027-03-15, 10:00, 06:00, 15:30, 15:45, 21:00, 21:00",
        "2027-03-22, 10:00, 06:00, 15:30, 15:45, 21:00, 21:00",
        "2027-03-29, 09:00, 05:00, 14:30, 14:45, 20:00, 20:00",
        "2027-04-05, 09:00, 05:00, 14:30, 14:45, 19:00, 19:30",
        "2027-10-04, 09:00, 05:00, 14:30, 14:45, 20:00, 20:00",
        "2027-10-25, 09:00, 05:00, 14:30, 14:45, 20:00, 20:00",
        "2027-11-01, 10:00, 06:00, 15:30, 15:45, 21:00, 21:00",
        "2027-11-08, 10:00, 05:00, 15:30, 15:45, 21:00, 21:00"
    })
    void aMondayAtTenIsTheSameMomentEverywhere(
            LocalDate monday,
            LocalTime utc,
            String newYork,
            String kolkata,
            String kathmandu,
            String sydney,
            String lordHowe) {
        Instant start = monday.atTime(utc).toInstant(java.time.ZoneOffset.UTC);
        assertEquals("10:00", new SpokenTime(start, LONDON).hour());
        Map<String, String> cells = Map.of(
                "New York",
                newYork,
                "Kolkata",
                kolkata,
                "Kathmandu",
                kathmandu,
                "Sydney",
                sydney,
                "Lord Howe",
                lordHowe);
        cells.forEach((place, hour) -> {
            ZoneId zone = PLACES.get(place);
            assertEquals(hour, new SpokenTime(start, zone).hour(), place);
            assertEquals(List.of(start), offeredOn(monday, zone), place);
        });
        assertEquals(List.of(start), offeredOn(monday, LONDON));
    }

    /** What a reader there is offered on that day of her own calendar. */
    private static List<Instant> offeredOn(LocalDate date, ZoneId reader) {
        OpenHours monday = new OpenHours(DayOfWeek.MONDAY, LocalTime.of(10, 0), LocalTime.of(10, 50));
        Openings openings = new Openings(LONDON, Duration.ofMinutes(15), 6, List.of(monday));
        return new Availability(THERAPY, openings, new Commitments(List.of(), List.of()))
                .days(date, 1, reader, Instant.parse("2027-01-04T12:00:00Z")).stream()
                        .flatMap(day -> day.times().stream())
                        .map(Slot::start)
                        .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        2027-03-08T10:00:00Z | Sat 6 March, 10:00 (London time)    | Sat 6 March, 05:00 (New York time)    | Sat 6 March, 15:45 (Kathmandu time)    | Sat 6 March, 21:00 (Sydney time)
        2027-03-15T10:00:00Z | Sat 13 March, 10:00 (London time)   | Sat 13 March, 05:00 (New York time)   | Sat 13 March, 15:45 (Kathmandu time)   | Sat 13 March, 21:00 (Sydney time)
        2027-03-22T10:00:00Z | Sat 20 March, 10:00 (London time)   | Sat 20 March, 06:00 (New York time)   | Sat 20 March, 15:45 (Kathmandu time)   | Sat 20 March, 21:00 (Sydney time)
        2027-03-29T09:00:00Z | Sat 27 March, 09:00 (London time)   | Sat 27 March, 05:00 (New York time)   | Sat 27 March, 14:45 (Kathmandu time)   | Sat 27 March, 20:00 (Sydney time)
        2027-04-05T09:00:00Z | Sat 3 April, 10:00 (London time)    | Sat 3 April, 05:00 (New York time)    | Sat 3 April, 14:45 (Kathmandu time)    | Sat 3 April, 20:00 (Sydney time)
        2027-10-04T09:00:00Z | Sat 2 October, 10:00 (London time)  | Sat 2 October, 05:00 (New York time)  | Sat 2 October, 14:45 (Kathmandu time)  | Sat 2 October, 19:00 (Sydney time)
        2027-10-25T09:00:00Z | Sat 23 October, 10:00 (London time) | Sat 23 October, 05:00 (New York time) | Sat 23 October, 14:45 (Kathmandu time) | Sat 23 October, 20:00 (Sydney time)
        2027-11-01T10:00:00Z | Sat 30 October, 11:00 (London time) | Sat 30 October, 06:00 (New York time) | Sat 30 October, 15:45 (Kathmandu time) | Sat 30 October, 21:00 (Sydney time)
        2027-11-08T10:00:00Z | Sat 6 November, 10:00 (London time) | Sat 6 November, 06:00 (New York time) | Sat 6 November, 15:45 (Kathmandu time) | Sat 6 November, 21:00 (Sydney time)
        """)
    void theMomentUntilWhichItIsFreeIsFortyEightHoursBeforeWhateverTheClocksDo(
            Instant start, String london, String newYork, String kathmandu, String sydney) {
        Instant until = booked(start).freeUntil();
        assertEquals(start.minus(Duration.ofHours(48)), until);
        assertEquals(london, new SpokenTime(until, LONDON).moment());
        assertEquals(newYork, new SpokenTime(until, PLACES.get("New York")).moment());
        assertEquals(kathmandu, new SpokenTime(until, PLACES.get("Kathmandu")).moment());
        assertEquals(sydney, new SpokenTime(until, PLACES.get("Sydney")).moment());
    }

    private static Appointment booked(Instant start) {
        ClientMark client = new ClientMark(new SealedText(new byte[64]), new byte[32]);
        return Appointment.made(
                UUID.randomUUID(), THERAPIST, client, new FiftyMinutes(), start, Instant.parse("2027-01-04T12:00:00Z"));
    }

    @Test
    void theWallAndTheInstantAgreeInTheDoubledHour() {
        Instant first = Instant.parse("2027-10-31T00:30:00Z");
        assertEquals("01:30 (first, summer time)", new SpokenTime(first, LONDON).hour());
        assertEquals("01:30 (second, winter time)", new SpokenTime(first.plus(Duration.ofHours(1)), LONDON).hour());
        assertTrue(booked(first).during().until().isAfter(first));
    }
}
