package org.safespaces.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safespaces.acceptance.container.Somebody.as;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safespaces.acceptance.container.clock.MovableClock;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.TherapistId;
import org.safespaces.scheduling.AppointmentFile;
import org.safespaces.scheduling.AskedTooOften;
import org.safespaces.scheduling.CalendarFeeds;
import org.safespaces.scheduling.FeedSummary;
import org.safespaces.scheduling.FeedsFull;
import org.safespaces.scheduling.WordRefused;

/** What leaves the house for other calendars: a therapist's busy hours, and a client's own appointment. */
@InTheServer
class CalendarIT {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Inject
    private AsRowan rowan;

    @Inject
    private AsAlder alder;

    @Inject
    private AsLinen linen;

    @Inject
    private AsReed reed;

    @Inject
    private CalendarFeeds feeds;

    @Inject
    private AppointmentFile file;

    @Inject
    private Caller caller;

    @Inject
    private OwnAppointments own;

    @Inject
    private Clock clock;

    @Inject
    private Rows rows;

    private TherapistId alders;
    private CaseId linens;

    @Deployment
    static EnterpriseArchive archive() {
        return Archives.practiceWithAClockToMove();
    }

    @BeforeEach
    void whoseItIs() {
        alders = as(alder, () -> caller.therapist()).orElseThrow();
        linens = as(linen, () -> caller.client()).orElseThrow();
    }

    @AfterEach
    void nothingIsLeftBehind() {
        own.remove();
        rows.changeAsOwner("DELETE FROM calendar_feed");
    }

    @Test
    void theSecretIsNowhereButInTheAnswer() {
        String secret = as(alder, () -> feeds.make("phone zqcanaryname", true));

        assertTrue(secret.matches("[A-Za-z0-9_-]{43}"), "256 random bits");
        String stored = rows.ofPractice("SELECT row_to_json(f)::text FROM calendar_feed f")
                .toString();
        assertFalse(stored.contains(secret));
        assertFalse(stored.contains("zqcanaryname"));
        assertEquals(
                1,
                rows.committed(
                        "calendar_feed WHERE secret_hash = sha256(?::bytea)",
                        secret.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        FeedSummary device = as(alder, () -> feeds.mine()).get(0);
        assertEquals("phone zqcanaryname", device.name());
        assertTrue(device.askedOn().isEmpty());
        assertEquals(1, rows.committed("audit_event WHERE action = 'FEED_MADE' AND object_ref = ?", device.id()));
    }

    @Test
    void itSaysWhenAndACodeAndNothingElse() {
        Instant start = hours(30);
        UUID id = own.confirmed(alders, linens, start);
        String secret = as(alder, () -> feeds.make("phone", true));

        String calendar = feeds.read(secret, "visitor").orElseThrow();

        Map<String, String> event = events(calendar).get(stamp(start));
        assertTrue(event.get("SUMMARY").matches("Busy [A-Z]{2}\\d{2}"), event.get("SUMMARY"));
        assertEquals(stamp(start.plus(Duration.ofMinutes(50))), event.get("DTEND"));
        assertEquals("CONFIRMED", event.get("STATUS"));
        assertEquals("PRIVATE", event.get("CLASS"));
        assertEquals("3", event.get("SEQUENCE"));
        assertEquals(
                java.util.Set.of("UID", "DTSTAMP", "SEQUENCE", "SUMMARY", "DTSTART", "DTEND", "CLASS", "STATUS"),
                event.keySet());
        assertNotEquals(id.toString(), event.get("UID"));
        assertEquals(
                event.get("UID"),
                events(feeds.read(secret, "visitor").orElseThrow())
                        .get(stamp(start))
                        .get("UID"));
        assertEquals(
                LocalDate.now(clock),
                as(alder, () -> feeds.mine()).get(0).askedOn().orElseThrow());
        assertTrue(as(alder, () -> feeds.codes()).size() > 0);
    }

    @Test
    void plainlyBusyIsAllThatADeviceMaySay() {
        Instant start = hours(30);
        own.confirmed(alders, linens, start);
        String secret = as(alder, () -> feeds.make("at home", false));

        assertEquals(
                "Busy",
                events(feeds.read(secret, "visitor").orElseThrow())
                        .get(stamp(start))
                        .get("SUMMARY"));
    }

    @Test
    void aWeekBackAndThreeMonthsAheadAndWhatWasCancelledAmongIt() {
        UUID type = own.type("ONLINE");
        Map<Instant, String> there = new LinkedHashMap<>();
        there.put(hours(-6 * 24), "DONE");
        there.put(hours(89 * 24), "CONFIRMED");
        there.put(hours(40), "CANCELLED");
        there.put(hours(42), "REQUESTED");
        there.put(hours(-8 * 24), "DONE");
        there.put(hours(91 * 24), "CONFIRMED");
        there.put(hours(44), "EXPIRED");
        there.put(hours(46), "HELD");
        there.forEach((start, status) -> own.at(alders, linens, start, status, type));
        String secret = as(alder, () -> feeds.make("phone", true));

        Map<String, Map<String, String>> events =
                events(feeds.read(secret, "visitor").orElseThrow());

        assertEquals("CONFIRMED", events.get(stamp(hours(-6 * 24))).get("STATUS"));
        assertEquals("CONFIRMED", events.get(stamp(hours(89 * 24))).get("STATUS"));
        assertEquals("CANCELLED", events.get(stamp(hours(40))).get("STATUS"));
        assertEquals("TENTATIVE", events.get(stamp(hours(42))).get("STATUS"));
        for (Instant outside : List.of(hours(-8 * 24), hours(91 * 24), hours(44), hours(46))) {
            assertFalse(events.containsKey(stamp(outside)), there.get(outside));
        }
    }

    @Test
    void noOtherTherapistsHoursAreIn() {
        Instant start = hours(50);
        own.confirmed(alders, linens, start);
        String secret = as(rowan, () -> feeds.make("phone", true));

        assertFalse(events(feeds.read(secret, "visitor").orElseThrow()).containsKey(stamp(start)));
    }

    @Test
    void whatIsUnknownOrTakenBackIsNotFound() {
        String secret = as(alder, () -> feeds.make("phone", true));
        UUID id = as(alder, () -> feeds.mine()).get(0).id();
        for (String other : List.of("", "x", secret.toLowerCase(java.util.Locale.ROOT), secret + "A", "A".repeat(43))) {
            assertTrue(feeds.read(other, "visitor").isEmpty(), other);
        }
        assertTrue(feeds.read(null, "visitor").isEmpty());
        assertThrows(NoSuchPerson.class, () -> as(rowan, () -> revoked(id)));
        assertTrue(feeds.read(secret, "visitor").isPresent());

        as(alder, () -> revoked(id));

        assertTrue(feeds.read(secret, "visitor").isEmpty());
        assertEquals(1, rows.committed("audit_event WHERE action = 'FEED_REVOKED' AND object_ref = ?", id));
    }

    @Test
    void fiveDevicesAndNoMore() {
        for (int i = 0; i < CalendarFeeds.MOST; i++) {
            as(alder, () -> feeds.make("device", false));
        }

        assertThrows(FeedsFull.class, () -> as(alder, () -> feeds.make("one more", false)));
        assertEquals(CalendarFeeds.MOST, as(alder, () -> feeds.mine()).size());
    }

    @Test
    void whoeverAsksWithoutEndIsToldToWait() {
        String who = UUID.randomUUID().toString();
        for (int i = 0; i < 120; i++) {
            feeds.read("guess", who);
        }

        assertThrows(AskedTooOften.class, () -> feeds.read("guess", who));
    }

    @Test
    void aClientGetsHerOwnAppointmentUnderAWordThatTellsNothing() {
        Instant start = hours(52);
        UUID id = own.confirmed(alders, linens, start);

        Map<String, String> usual = events(as(linen, () -> file.of(id))).get(stamp(start));
        Map<String, String> hers =
                events(as(linen, () -> file.of(id, "Dentist"))).get(stamp(start));

        assertEquals("Appointment", usual.get("SUMMARY"));
        assertEquals("Dentist", hers.get("SUMMARY"));
        assertEquals(usual.get("UID"), hers.get("UID"), "saved again it takes its own place");
        assertEquals("3", usual.get("SEQUENCE"));
        String secret = as(alder, () -> feeds.make("phone", true));
        assertNotEquals(
                usual.get("UID"),
                events(feeds.read(secret, "visitor").orElseThrow())
                        .get(stamp(start))
                        .get("UID"),
                "two calendars side by side do not tell that they mean the same hour");
        assertThrows(WordRefused.class, () -> as(linen, () -> file.of(id, "Therapy")));
    }

    @Test
    void anothersAppointmentAndOneThatIsGivenBackAreNoFile() {
        UUID type = own.type("ONLINE");
        UUID cancelled = own.at(alders, linens, hours(54), "CANCELLED", type);
        UUID another = own.confirmed(alders, new CaseId(UUID.randomUUID()), hours(56));

        assertThrows(NoSuchPerson.class, () -> as(linen, () -> file.of(cancelled)));
        assertThrows(NoSuchPerson.class, () -> as(linen, () -> file.of(another)));
        assertThrows(NoSuchPerson.class, () -> as(linen, () -> file.of(UUID.randomUUID())));
        assertThrows(NoSuchPerson.class, () -> as(reed, () -> file.of(another)));
    }

    /** booking.md 8. The clock moves on with it and never goes back: the other tests count from wherever it stands. */
    @Test
    void mondayMorningsOfTheYearOfTheRuleStandAtTheirHourInFeedAndFile() {
        Map<String, String> inUtc = new LinkedHashMap<>();
        inUtc.put("2027-03-08", "100000Z");
        inUtc.put("2027-03-15", "100000Z");
        inUtc.put("2027-03-22", "100000Z");
        inUtc.put("2027-03-29", "090000Z");
        inUtc.put("2027-04-05", "090000Z");
        inUtc.put("2027-10-04", "090000Z");
        inUtc.put("2027-10-25", "090000Z");
        inUtc.put("2027-11-01", "100000Z");
        inUtc.put("2027-11-08", "100000Z");
        Map<String, UUID> ids = new LinkedHashMap<>();
        inUtc.keySet().forEach(date -> ids.put(date, own.confirmed(alders, linens, monday(date))));
        String secret = as(alder, () -> feeds.make("phone", true));
        for (String season : List.of("2027-03-05", "2027-10-01")) {
            MovableClock.pass(Duration.between(clock.instant(), monday(season)));
            Map<String, Map<String, String>> feed =
                    events(feeds.read(secret, season).orElseThrow());
            ids.keySet().stream()
                    .filter(date -> date.compareTo(season) > 0 && date.compareTo(season.substring(0, 5) + "12") < 0)
                    .filter(date -> monday(date).isBefore(monday(season).plus(Duration.ofDays(89))))
                    .forEach(date -> {
                        String start = date.replace("-", "") + "T" + inUtc.get(date);
                        assertTrue(feed.containsKey(start), () -> start + " in " + feed.keySet());
                        assertTrue(
                                events(as(linen, () -> file.of(ids.get(date)))).containsKey(start), start);
                    });
        }
    }

    private Void revoked(UUID id) {
        feeds.revoke(id);
        return null;
    }

    private Instant hours(int from) {
        return clock.instant()
                .truncatedTo(ChronoUnit.HOURS)
                .plus(Duration.ofHours(from))
                .plus(Duration.ofMinutes(7));
    }

    private static Instant monday(String date) {
        return LocalDate.parse(date).atTime(LocalTime.of(10, 0)).atZone(LONDON).toInstant();
    }

    private static String stamp(Instant instant) {
        return java.time.format.DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
                .format(instant.atOffset(ZoneOffset.UTC));
    }

    /** Each entry's lines by name, under when it begins. */
    private static Map<String, Map<String, String>> events(String calendar) {
        Map<String, Map<String, String>> events = new LinkedHashMap<>();
        List<MatchResult> found = Pattern.compile("BEGIN:VEVENT\r\n(.*?)END:VEVENT\r\n", Pattern.DOTALL)
                .matcher(calendar)
                .results()
                .toList();
        for (MatchResult event : found) {
            Map<String, String> lines = new LinkedHashMap<>();
            event.group(1).lines().forEach(line -> {
                String[] parts = line.split(":", 2);
                lines.put(parts[0], parts[1]);
            });
            events.put(lines.get("DTSTART"), lines);
        }
        return events;
    }
}
