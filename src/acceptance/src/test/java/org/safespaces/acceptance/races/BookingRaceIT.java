package org.safespaces.acceptance.races;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safespaces.acceptance.support.World;

/**
 * Many people reach for the same times, over HTTP, each signed in as herself. Short here; the long one, with the numbers of issue 5,
 * by its own command, on two servers with one database: {@code docs/operating.md}, "Races". What is asked of the database afterwards
 * is asked past the application.
 */
class BookingRaceIT {
    private static final boolean LONG = Boolean.getBoolean("safespaces.races.long");
    private static final int PEOPLE = LONG ? 200 : 24;
    private static final int SLOTS = LONG ? 40 : 8;
    private static final Semaphore CONNECTIONS = new Semaphore(64);
    private static final int ATTEMPTS_EACH = LONG ? 10 : 5;
    private static final Pattern TIME = Pattern.compile("name=\"choose\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern HOLD = Pattern.compile("[?&]hold=([0-9a-f-]{36})");
    private static final Pattern LATER = Pattern.compile("class=\"week-step\" href=\"([^\"]+)\"");
    private static final String LIVE =
            " therapist_id = (SELECT id FROM therapist WHERE shown_name = 'Grey Alder') AND status IN ('HELD', 'REQUESTED', 'CONFIRMED') ";

    private static Clients clients;
    private static final ConcurrentLinkedQueue<Long> TOOK = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void everybodyComesIn() {
        World world = World.open();
        clients = Clients.of(
                world, "alder", PEOPLE, LONG ? List.of(world.address(), world.secondNode()) : List.of(world.address()));
    }

    @AfterAll
    static void everybodyGoes() throws SQLException {
        if (clients != null) {
            clients.close();
        }
        empty();
        World.open().stack().crowd().leave();
        if (TOOK.isEmpty()) {
            return;
        }
        List<Long> sorted = TOOK.stream().sorted().toList();
        System.out.printf(
                "races: %d acts, median %d ms, 99 of 100 within %d ms, longest %d ms%n",
                sorted.size(),
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 99 / 100),
                sorted.get(sorted.size() - 1));
    }

    @BeforeEach
    void nothingIsBooked() throws SQLException {
        empty();
    }

    @Test
    void ofAllWhoReachForOneTimeOneGetsItAndTheOthersAreToldKindly() throws SQLException {
        String time = times(clients.one(0)).get(0);
        clients.together((client, number) -> client.get("/client/book"));

        List<PlainClient.Answer> answers = clients.together((client, number) -> timed(() -> choose(client, time)));

        List<PlainClient.Answer> holders =
                answers.stream().filter(BookingRaceIT::isHeld).toList();
        assertEquals(1, holders.size(), "one winner");
        assertEquals(PEOPLE - 1, answers.stream().filter(BookingRaceIT::isTaken).count(), "everybody else is told");
        assertEquals(1, count("appointment WHERE" + LIVE + "AND starts_at = '" + time + "'"));
        PlainClient winner = clients.one(answers.indexOf(holders.get(0)));
        PlainClient.Answer booked = confirm(winner, holders.get(0));
        assertTrue(booked.location().contains("notice=asked"), booked.location());
        assertEquals(1, count("appointment WHERE" + LIVE));
        assertInvariants();
    }

    @Test
    void whoeverPressesTwiceOrComesBackBooksOnce() throws SQLException {
        PlainClient client = clients.one(0);
        PlainClient.Answer held = choose(client, times(client).get(0));
        assertTrue(isHeld(held), held.location());
        client.get(path(held));
        Map<String, String> sent = Map.of("do", "book");

        List<String> said = clients.together((any, number) ->
                number < 6 ? timed(() -> client.post(path(held), sent)).location() : "");

        assertEquals(1, said.stream().filter(each -> !each.isEmpty()).distinct().count(), said.toString());
        assertEquals(1, count("appointment WHERE" + LIVE));
        assertEquals(1, count("booking_request"));
        assertInvariants();
    }

    @Test
    void whateverTheyHoldBookMoveAndGiveBackNothingOverlaps() throws SQLException {
        List<String> times = times(clients.one(0)).stream().limit(SLOTS).toList();
        assertEquals(SLOTS, times.size());
        clients.together((client, number) -> {
            Random drawn = new Random(20_261_122L + number);
            for (int act = 0; act < ATTEMPTS_EACH; act++) {
                String wanted = times.get(drawn.nextInt(times.size()));
                CONNECTIONS.acquire();
                try {
                    client.get("/client/book");
                    PlainClient.Answer held = timed(() -> choose(client, wanted));
                    if (isHeld(held) && drawn.nextInt(4) > 0) {
                        timed(() -> confirm(client, held));
                    }
                } finally {
                    CONNECTIONS.release();
                }
            }
            return null;
        });

        assertInvariants();
        assertTrue(count("appointment WHERE" + LIVE) >= SLOTS / 2, "some of them have booked");
        List<String> free = times(clients.one(0));
        assertFalse(free.isEmpty(), "others are free still");
    }

    private interface Try {
        PlainClient.Answer make();
    }

    /** Measures an act, and demands a calm answer to it. */
    private static PlainClient.Answer timed(Try act) {
        long begun = System.nanoTime();
        PlainClient.Answer answer = act.make();
        TOOK.add((System.nanoTime() - begun) / 1_000_000);
        assertTrue(answer.status() < 500, "answered with " + answer.status());
        assertEquals(302, answer.status(), answer.body());
        return answer;
    }

    private static PlainClient.Answer choose(PlainClient client, String time) {
        return client.post("/client/book", Map.of("choose", time));
    }

    private static PlainClient.Answer confirm(PlainClient client, PlainClient.Answer held) {
        client.get(path(held));
        return client.post(path(held), Map.of("do", "book"));
    }

    private static boolean isHeld(PlainClient.Answer answer) {
        return HOLD.matcher(answer.location()).find();
    }

    private static boolean isTaken(PlainClient.Answer answer) {
        return answer.location().contains("notice=taken") || answer.location().contains("notice=busy");
    }

    private static String path(PlainClient.Answer answer) {
        return answer.location().replaceFirst("^https?://[^/]+", "");
    }

    /** The times that are free for somebody, over some weeks. */
    private static List<String> times(PlainClient client) {
        List<String> times = new ArrayList<>();
        String page = client.get("/client/book").body();
        for (int week = 0; week < 6 && times.size() < SLOTS; week++) {
            TIME.matcher(page).results().map(found -> found.group(1)).forEach(times::add);
            Matcher later = LATER.matcher(page);
            String next = "";
            while (later.find()) {
                next = later.group(1).replace("&amp;", "&");
            }
            if (next.isEmpty()) {
                break;
            }
            page = client.get(next).body();
        }
        client.get("/client/book");
        return times.stream().distinct().sorted().toList();
    }

    /** What has to hold after whatever happened. */
    private static void assertInvariants() throws SQLException {
        String pairs = " FROM appointment a JOIN appointment b ON a.id < b.id AND a.status IN"
                + " ('HELD', 'REQUESTED', 'CONFIRMED') AND b.status IN ('HELD', 'REQUESTED', 'CONFIRMED')";
        assertEquals(
                0,
                number("SELECT count(*)" + pairs + " AND a.therapist_id = b.therapist_id"
                        + " AND a.blocked && b.blocked"),
                "a therapist twice");
        assertEquals(
                0,
                number("SELECT count(*)" + pairs + " AND a.client_tag = b.client_tag" + " AND a.during && b.during"),
                "a client twice");
        assertEquals(
                0,
                number("SELECT count(*) FROM (SELECT client_tag FROM appointment WHERE status = 'HELD'"
                        + " GROUP BY client_tag HAVING count(*) > 1) two"),
                "two held at once");
        assertEquals(
                0,
                number("SELECT count(*) FROM appointment a WHERE a.status IN ('REQUESTED', 'CONFIRMED') AND NOT"
                        + " EXISTS (SELECT 1 FROM audit_event e WHERE e.object_ref = a.id)"),
                "not in the log");
        assertEquals(
                number("SELECT count(*) FROM booking_request"),
                number("SELECT count(DISTINCT r.appointment_id) FROM booking_request r JOIN appointment a"
                        + " ON a.id = r.appointment_id WHERE a.status IN ('REQUESTED', 'CONFIRMED', 'EXPIRED',"
                        + " 'CANCELLED')"),
                "what was acknowledged is there");
    }

    private static void empty() throws SQLException {
        try (Connection owner = World.open().stack().asThief("practice");
                Statement statement = owner.createStatement()) {
            statement.executeUpdate("DELETE FROM booking_request");
            statement.executeUpdate("DELETE FROM appointment WHERE therapist_id = (SELECT id FROM therapist WHERE"
                    + " shown_name = 'Grey Alder')");
        }
    }

    private static long count(String what) throws SQLException {
        return number("SELECT count(*) FROM " + what);
    }

    private static long number(String query) throws SQLException {
        try (Connection thief = World.open().stack().asThief("practice");
                Statement statement = thief.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
