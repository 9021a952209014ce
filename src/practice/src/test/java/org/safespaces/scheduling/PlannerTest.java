package org.safespaces.scheduling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safespaces.scheduling.PlannedTime.Kind;

class PlannerTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Terms THERAPY =
            new Terms(Duration.ofMinutes(50), Duration.ZERO, Duration.ofMinutes(10), Duration.ofHours(24), 90, 4);
    private static final Instant NOW = Instant.parse("2027-01-04T08:00:00Z");

    private final List<Commitments.Session> diary = new ArrayList<>();
    private final List<Span> own = new ArrayList<>();
    private final List<Span> off = new ArrayList<>();

    private Planner planner(ZoneId client) {
        OpenHours mondays = new OpenHours(DayOfWeek.MONDAY, LocalTime.parse("09:00"), LocalTime.parse("17:00"));
        Openings openings =
                new Openings(LONDON, Duration.ofMinutes(15), 6, List.of(StandingHours.always(mondays)), List.of(), off);
        return new Planner(THERAPY, openings, new Commitments(diary, own), Optional.ofNullable(client));
    }

    private List<PlannedTime> mondays(String first, int times, ZoneId client) {
        Rhythm weekly = new Rhythm(LocalDate.parse(first), LocalTime.parse("10:00"), 1, times);
        return planner(client).plan(weekly.walls(), NOW);
    }

    private PlannedTime one(String wall) {
        return planner(null).plan(List.of(LocalDateTime.parse(wall)), NOW).get(0);
    }

    private void booked(String start) {
        Instant at = Instant.parse(start);
        diary.add(new Commitments.Session(THERAPY.during(at), THERAPY.blocked(at)));
    }

    /** The table of booking.md, section 8. */
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
    void tenOnALondonMondayIsTheRightTimeForEverybody(
            String monday, String utc, String newYork, String kolkata, String kathmandu, String sydney, String howe) {
        Instant start = mondays(monday, 1, null).get(0).start();
        assertEquals(Instant.parse(monday + "T" + utc + ":00Z"), start);
        assertEquals(newYork, new SpokenTime(start, NEW_YORK).hour());
        assertEquals(kolkata, new SpokenTime(start, ZoneId.of("Asia/Kolkata")).hour());
        assertEquals(kathmandu, new SpokenTime(start, ZoneId.of("Asia/Kathmandu")).hour());
        assertEquals(sydney, new SpokenTime(start, ZoneId.of("Australia/Sydney")).hour());
        assertEquals(howe, new SpokenTime(start, ZoneId.of("Australia/Lord_Howe")).hour());
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2027-03-15 2027-03-29",
        "Asia/Kolkata, 2027-03-29",
        "Asia/Kathmandu, 2027-03-29",
        "Australia/Sydney, 2027-03-29 2027-04-05",
        "Australia/Lord_Howe, 2027-03-29 2027-04-05"
    })
    void whereAClientsClockShiftsInSpringIsSaid(String zone, String shifting) {
        assertEquals(List.of(shifting.split(" ")), shifts(mondays("2027-03-08", 5, ZoneId.of(zone))));
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2027-11-01 2027-11-08",
        "Asia/Kolkata, 2027-11-01",
        "Australia/Sydney, 2027-10-04 2027-11-01",
        "Australia/Lord_Howe, 2027-10-04 2027-11-01"
    })
    void whereItShiftsInAutumnIsSaidToo(String zone, String shifting) {
        assertEquals(List.of(shifting.split(" ")), shifts(mondays("2027-09-27", 7, ZoneId.of(zone))));
    }

    @Test
    void forAClientWhereTheTherapistIsNothingShifts() {
        assertEquals(List.of(), shifts(mondays("2027-03-08", 5, null)));
    }

    private static List<String> shifts(List<PlannedTime> planned) {
        return planned.stream()
                .filter(PlannedTime::shifts)
                .map(time -> time.meant().toLocalDate().toString())
                .toList();
    }

    @Test
    void aTimeThatDoesNotExistIsAConflictAndTheEndOfTheGapAProposal() {
        PlannedTime planned = one("2027-03-28T01:30");
        assertEquals(Kind.DOES_NOT_EXIST, planned.kind());
        assertEquals(Instant.parse("2027-03-28T01:00:00Z"), planned.start());
        assertEquals("02:00", planned.said().hour());
        assertFalse(planned.isPossible());
    }

    @Test
    void ofATimeThatHappensTwiceTheFirstIsMeantAndSaidToBe() {
        PlannedTime planned = one("2027-10-31T01:30");
        assertTrue(planned.twice());
        assertEquals(Instant.parse("2027-10-31T00:30:00Z"), planned.start());
        assertEquals("01:30 (first, summer time)", planned.said().hour());
        assertEquals(Kind.OUTSIDE, planned.kind());
    }

    @Test
    void inLordHowesHalfHourGapTheProposalIsHalfAnHourLater() {
        ZoneId howe = ZoneId.of("Australia/Lord_Howe");
        Openings openings = Openings.none(howe);
        PlannedTime planned = new Planner(THERAPY, openings, new Commitments(diary, own), Optional.empty())
                .plan(List.of(LocalDateTime.parse("2027-10-03T02:15")), NOW)
                .get(0);
        assertEquals(Kind.DOES_NOT_EXIST, planned.kind());
        assertEquals("02:30", planned.said().hour());
    }

    @Test
    void whatIsInTheWayIsNamedAndTheGravestFirst() {
        booked("2027-02-01T10:00:00Z");
        own.add(THERAPY.during(Instant.parse("2027-02-01T12:00:00Z")));
        off.add(new Span(Instant.parse("2027-02-01T13:00:00Z"), Instant.parse("2027-02-01T14:00:00Z")));
        assertEquals(Kind.FREE, one("2027-02-01T09:00").kind());
        assertEquals(Kind.TAKEN, one("2027-02-01T10:50").kind());
        assertEquals(Kind.CLIENT_TAKEN, one("2027-02-01T12:30").kind());
        assertEquals(Kind.LEAVE, one("2027-02-01T13:30").kind());
        assertEquals(Kind.OUTSIDE, one("2027-02-01T16:30").kind());
        assertEquals(Kind.PAST, one("2027-01-04T08:00").kind());
    }

    @Test
    void aBreakOnlyIsAnothersTimeToo() {
        booked("2027-02-01T10:00:00Z");
        assertEquals(Kind.TAKEN, one("2027-02-01T09:15").kind());
        assertEquals(Kind.FREE, one("2027-02-01T11:00").kind());
    }

    @Test
    void itRepeatsOnTheWallAndNotByHours() {
        Rhythm fortnights = new Rhythm(LocalDate.parse("2027-03-15"), LocalTime.parse("10:00"), 2, 3);
        assertEquals(
                List.of("2027-03-15T10:00:00Z", "2027-03-29T09:00:00Z", "2027-04-12T09:00:00Z"),
                planner(null).plan(fortnights.walls(), NOW).stream()
                        .map(time -> time.start().toString())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"1, 26, true", "2, 2, true", "4, 13, true", "3, 5, false", "1, 27, false", "1, 1, false"})
    void onlySomeRhythmsCanBeChosen(int weeks, int times, boolean possible) {
        assertEquals(possible, new Rhythm(LocalDate.parse("2027-03-15"), LocalTime.NOON, weeks, times).isPossible());
    }
}
