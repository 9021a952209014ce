package org.safespaces.scheduling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AvailabilityTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Terms THERAPY =
            new Terms(Duration.ofMinutes(50), Duration.ZERO, Duration.ofMinutes(10), Duration.ofHours(24), 90, 4);
    /** A Sunday; London is on Greenwich time, so instants read like the clock on the wall. */
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private static final LocalDate THURSDAY = LocalDate.parse("2026-11-26");

    private final List<OpenHours> week = new ArrayList<>();
    private final List<Commitments.Session> diary = new ArrayList<>();
    private final List<Span> own = new ArrayList<>();
    private int dayCap = 6;

    private AvailabilityTest open(DayOfWeek day, String opens, String closes) {
        week.add(new OpenHours(day, LocalTime.parse(opens), LocalTime.parse(closes)));
        return this;
    }

    private void booked(String start) {
        Instant at = Instant.parse(start);
        diary.add(new Commitments.Session(THERAPY.during(at), THERAPY.blocked(at)));
    }

    private Availability availability() {
        return new Availability(
                THERAPY, new Openings(LONDON, Duration.ofMinutes(15), dayCap, week), new Commitments(diary, own));
    }

    private List<String> freeOn(LocalDate date, Instant now) {
        return availability().free(date, date, now).stream()
                .map(slot -> slot.start().atZone(LONDON).toLocalTime().toString())
                .toList();
    }

    private List<String> freeOnThursday() {
        return freeOn(THURSDAY, NOW);
    }

    @Test
    void timesStandOnTheGridFromTheOpeningAndTheSessionLiesWhollyInTheHours() {
        open(DayOfWeek.THURSDAY, "10:05", "11:30");
        assertEquals(List.of("10:05", "10:20", "10:35"), freeOnThursday());
    }

    @Test
    void theBreakAfterASessionMayStickOutOfTheHours() {
        open(DayOfWeek.THURSDAY, "10:00", "10:50");
        assertEquals(List.of("10:00"), freeOnThursday());
    }

    @Test
    void aTakenTimeTakesItsBreakWithIt() {
        open(DayOfWeek.THURSDAY, "09:00", "13:00");
        booked("2026-11-26T10:00:00Z");
        assertEquals(List.of("09:00", "11:00", "11:15", "11:30", "11:45", "12:00"), freeOnThursday());
    }

    @Test
    void aClientIsNotInTwoPlacesAtOnce() {
        open(DayOfWeek.THURSDAY, "09:00", "11:00");
        own.add(THERAPY.during(Instant.parse("2026-11-26T09:30:00Z")));
        assertTrue(freeOnThursday().isEmpty());
    }

    @Test
    void betweenTwoSessionsOfOneClientThereNeedBeNoBreak() {
        open(DayOfWeek.THURSDAY, "09:00", "11:00");
        own.add(new Span(Instant.parse("2026-11-26T08:00:00Z"), Instant.parse("2026-11-26T09:00:00Z")));
        assertEquals("09:00", freeOnThursday().get(0));
    }

    @Test
    void noticeIsElapsedTimeAndNotACalendarDay() {
        open(DayOfWeek.SUNDAY, "08:00", "12:00").open(DayOfWeek.MONDAY, "09:00", "12:00");
        // The clocks go forward in the night: 09:00 on the Sunday, summer time, is 24 hours after 08:00 on the
        // Saturday.
        Instant saturday = Instant.parse("2027-03-27T08:00:00Z");
        assertEquals("09:00", freeOn(LocalDate.parse("2027-03-28"), saturday).get(0));
    }

    @Test
    void nothingIsFreeInThePast() {
        open(DayOfWeek.THURSDAY, "09:00", "12:00");
        assertTrue(freeOn(THURSDAY.minusWeeks(1), NOW).isEmpty());
    }

    @Test
    void theHorizonIsNinetyDaysOfTheTherapistsCalendar() {
        open(DayOfWeek.SATURDAY, "09:00", "10:00").open(DayOfWeek.SUNDAY, "09:00", "10:00");
        LocalDate last = LocalDate.parse("2026-11-22").plusDays(90);
        assertEquals(DayOfWeek.SATURDAY, last.getDayOfWeek());
        assertEquals(List.of("09:00"), freeOn(last, NOW));
        assertTrue(freeOn(last.plusDays(1), NOW).isEmpty());
    }

    @Test
    void aFullDayTakesNoMore() {
        dayCap = 2;
        open(DayOfWeek.THURSDAY, "09:00", "17:00");
        booked("2026-11-26T09:00:00Z");
        assertEquals(25, freeOnThursday().size());
        booked("2026-11-26T16:00:00Z");
        assertTrue(freeOnThursday().isEmpty());
    }

    @Test
    void withFourSessionsAheadAClientBooksNoMore() {
        open(DayOfWeek.THURSDAY, "09:00", "17:00");
        for (int weeks = 1; weeks <= 4; weeks++) {
            own.add(THERAPY.during(Instant.parse("2026-11-25T09:00:00Z").plus(Duration.ofDays(7L * weeks))));
        }
        assertTrue(availability().isFullFor(NOW));
        assertTrue(freeOnThursday().isEmpty());
    }

    @Test
    void sessionsThatAreOverDoNotCountAgainstHer() {
        open(DayOfWeek.THURSDAY, "09:00", "10:00");
        for (int weeks = 1; weeks <= 4; weeks++) {
            own.add(THERAPY.during(NOW.minus(Duration.ofDays(7L * weeks))));
        }
        assertEquals(List.of("09:00"), freeOnThursday());
    }

    @Test
    void onlyATimeThatIsOfferedCanBeBooked() {
        open(DayOfWeek.THURSDAY, "09:00", "12:00");
        Instant onTheGrid = Instant.parse("2026-11-26T09:15:00Z");
        assertTrue(availability().at(onTheGrid, NOW).isPresent());
        assertTrue(availability().at(onTheGrid.plusSeconds(60), NOW).isEmpty());
        assertTrue(availability().at(onTheGrid.plusMillis(1), NOW).isEmpty());
        assertTrue(availability().at(Instant.parse("2026-11-26T12:00:00Z"), NOW).isEmpty());
        assertTrue(availability()
                .at(onTheGrid, onTheGrid.minus(Duration.ofHours(23)))
                .isEmpty());
    }

    @Test
    void aNightInSpringLosesNoTimeAndAddsNone() {
        open(DayOfWeek.SUNDAY, "00:30", "02:30");
        List<Slot> free = availability()
                .free(
                        LocalDate.parse("2027-03-28"),
                        LocalDate.parse("2027-03-28"),
                        Instant.parse("2027-03-20T00:00:00Z"));
        assertEquals(
                List.of(new Slot(Instant.parse("2027-03-28T00:30:00Z"), Instant.parse("2027-03-28T01:20:00Z"))), free);
    }

    @Test
    void aNightInAutumnOffersBothOfItsDoubledHours() {
        open(DayOfWeek.SUNDAY, "00:30", "02:30");
        Instant now = Instant.parse("2027-10-20T00:00:00Z");
        List<String> walls = freeOn(LocalDate.parse("2027-10-31"), now);
        assertEquals(9, walls.size());
        assertEquals(2, walls.stream().filter("01:30"::equals).count());
    }

    @Test
    void aReaderElsewhereSeesTheSameInstantsOnHerOwnDays() {
        open(DayOfWeek.THURSDAY, "17:00", "18:00");
        ZoneId sydney = ZoneId.of("Australia/Sydney");
        List<FreeDay> days = availability().days(LocalDate.parse("2026-11-23"), 7, sydney, NOW);
        assertEquals(7, days.size());
        FreeDay friday = days.get(4);
        assertEquals(LocalDate.parse("2026-11-27"), friday.date());
        assertEquals(
                Instant.parse("2026-11-26T17:00:00Z"), friday.times().get(0).start());
        assertTrue(days.get(3).times().isEmpty());
    }

    @Test
    void aDayWithoutTimesSaysWhy() {
        open(DayOfWeek.MONDAY, "09:00", "17:00").open(DayOfWeek.THURSDAY, "09:00", "09:50");
        booked("2026-11-26T09:00:00Z");
        Instant monday = Instant.parse("2026-11-23T12:00:00Z");
        List<FreeDay.Kind> kinds = availability().days(LocalDate.parse("2026-11-22"), 5, LONDON, monday).stream()
                .map(FreeDay::kind)
                .toList();
        assertEquals(
                List.of(
                        FreeDay.Kind.PAST,
                        FreeDay.Kind.TOO_SOON,
                        FreeDay.Kind.CLOSED,
                        FreeDay.Kind.CLOSED,
                        FreeDay.Kind.OPEN),
                kinds);
        LocalDate far = LocalDate.parse("2027-06-07");
        assertEquals(
                FreeDay.Kind.TOO_FAR,
                availability().days(far, 1, LONDON, monday).get(0).kind());
    }
}
