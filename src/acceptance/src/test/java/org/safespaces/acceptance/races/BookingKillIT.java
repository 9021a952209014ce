package org.safespaces.acceptance.races;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.safespaces.acceptance.support.World;

/**
 * The database, or the application, dies while people book. What was said to be booked is booked, once; what nobody answered is either
 * there whole or not at all, and asking again with the same key says which. One round here, ten by {@code -Dsafespaces.races.long=true}.
 */
class BookingKillIT {
    private static final int ROUNDS = Boolean.getBoolean("safespaces.races.long") ? 10 : 1;
    private static final int PEOPLE = 6;
    private static final int BEFORE_THE_KILL = 8;
    private static final Pattern TIME = Pattern.compile("name=\"choose\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern HOLD = Pattern.compile("[?&]hold=([0-9a-f-]{36})");
    private static final String OF_ALDER = "(SELECT id FROM therapist WHERE shown_name = 'Grey Alder')";

    private final World world = World.open();

    /** What somebody asked for last, and what she was told. */
    private record Asked(String hold, String path, boolean acknowledged) {}

    @AfterAll
    static void leave() throws SQLException {
        empty();
        World.open().stack().crowd().leave();
    }

    @Test
    void whatWasSaidToBeBookedIsBookedOnceWhateverBecomesOfTheDatabase() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            round(() -> world.stack().killDatabase(), () -> world.stack().startDatabaseAgain());
        }
    }

    @Test
    void whatWasSaidToBeBookedIsBookedOnceWhateverBecomesOfTheApplication() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            round(() -> world.stack().killApplication(), () -> world.stack().restartApplication());
        }
    }

    private interface Step {
        void make() throws IOException;
    }

    private void round(Step kill, Step begin) throws Exception {
        empty();
        Queue<Asked> all = new ConcurrentLinkedQueue<>();
        CountDownLatch underway = new CountDownLatch(BEFORE_THE_KILL);
        AtomicBoolean over = new AtomicBoolean();
        Clients clients = Clients.of(world, "alder", PEOPLE);
        try {
            Clients these = clients;
            CompletableFuture<?> booking = CompletableFuture.runAsync(() -> these.together((client, number) -> {
                book(client, new Random(number), all, underway, over);
                return null;
            }));
            assertTrue(underway.await(60, TimeUnit.SECONDS), "they book");
            kill.make();
            over.set(true);
            booking.get(120, TimeUnit.SECONDS);
            begin.make();
            if (!these.areKnown()) {
                these.close();
                clients = Clients.of(world, "alder", PEOPLE);
            }
            assertTrue(all.stream().anyMatch(Asked::acknowledged));
            for (Asked asked : all) {
                if (asked.acknowledged()) {
                    assertEquals(1, live(asked.hold()), "acknowledged, and lost");
                }
            }
            List<Asked> doubtful =
                    all.stream().filter(asked -> !asked.acknowledged()).toList();
            for (Asked asked : doubtful) {
                askAgain(clients, asked);
            }
            assertEquals(0, overlaps());
            assertEquals(
                    number("SELECT count(*) FROM appointment WHERE status IN ('REQUESTED', 'CONFIRMED')"
                            + " AND therapist_id = " + OF_ALDER),
                    number("SELECT count(DISTINCT e.object_ref) FROM audit_event e JOIN appointment a"
                            + " ON a.id = e.object_ref WHERE e.action IN ('APPOINTMENT_BOOKED', 'APPOINTMENT_REQUESTED')"
                            + " AND a.status IN ('REQUESTED', 'CONFIRMED') AND a.therapist_id = " + OF_ALDER),
                    "the log and the diary say the same");
        } finally {
            clients.close();
        }
    }

    /** Whoever it belongs to gets one and the same answer; everybody else is told that there is nothing. */
    private void askAgain(Clients clients, Asked asked) throws SQLException {
        long before = live(asked.hold());
        for (int number = 0; number < clients.count(); number++) {
            PlainClient client = clients.one(number);
            if (client.get(asked.path()).status() == 200) {
                PlainClient.Answer answer = client.post(asked.path(), Map.of("do", "book"));
                assertTrue(answer.status() < 500, "answered with " + answer.status());
            }
        }
        assertTrue(live(asked.hold()) >= before);
        assertTrue(live(asked.hold()) <= 1);
    }

    private static void book(
            PlainClient client, Random drawn, Queue<Asked> all, CountDownLatch underway, AtomicBoolean over) {
        while (!over.get()) {
            String path = "";
            String hold = "";
            try {
                List<String> times = TIME.matcher(client.get("/client/book").body())
                        .results()
                        .map(found -> found.group(1))
                        .toList();
                if (times.isEmpty()) {
                    underway.countDown();
                    continue;
                }
                PlainClient.Answer held =
                        client.post("/client/book", Map.of("choose", times.get(drawn.nextInt(times.size()))));
                Matcher id = HOLD.matcher(held.location());
                if (!id.find()) {
                    continue;
                }
                hold = id.group(1);
                String there = held.location().replaceFirst("^https?://[^/]+", "");
                client.get(there);
                path = there;
                PlainClient.Answer booked = client.post(path, Map.of("do", "book"));
                boolean acknowledged = booked.location().contains("notice=asked")
                        || booked.location().contains("notice=booked");
                all.add(new Asked(hold, path, acknowledged));
                underway.countDown();
            } catch (CompletionException nobodyAnswers) {
                if (!path.isEmpty()) {
                    all.add(new Asked(hold, path, false));
                }
            }
        }
    }

    private static long live(String id) throws SQLException {
        return number(
                "SELECT count(*) FROM appointment WHERE id = '" + id + "' AND status IN ('REQUESTED', 'CONFIRMED')");
    }

    private static long overlaps() throws SQLException {
        return number("SELECT count(*) FROM appointment a JOIN appointment b ON a.id < b.id AND a.therapist_id ="
                + " b.therapist_id AND a.blocked && b.blocked AND a.status IN ('HELD', 'REQUESTED', 'CONFIRMED')"
                + " AND b.status IN ('HELD', 'REQUESTED', 'CONFIRMED')");
    }

    private static void empty() throws SQLException {
        try (Connection owner = World.open().stack().asThief("practice");
                Statement statement = owner.createStatement()) {
            statement.executeUpdate("DELETE FROM booking_request");
            statement.executeUpdate("DELETE FROM appointment WHERE therapist_id = " + OF_ALDER);
        }
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
