package org.safespaces.acceptance.races;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.safespaces.acceptance.support.World;
import org.safespaces.devstack.Crowd;

/**
 * What free times and a booking cost, each beside its floor in the same run: the same questions to the database without us, and a
 * page of ours that says nothing. Run by hand ({@code docs/benchmarks/booking.md}); decides nothing.
 */
class BookingFigures {
    private static final int WARM = 100;
    private static final int COUNTED = 300;
    private static final int OTHERS = 20;
    private static final Pattern TIME = Pattern.compile("name=\"choose\"[^>]*value=\"([^\"]+)\"");
    private static final String OF_ALDER = "(SELECT id FROM therapist WHERE shown_name = 'Grey Alder')";

    private final World world = World.open();

    @Test
    void whatTheyCost() throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        String account = world.stack().crowd().clientsOf("alder", 1).get(0);
        PlainClient client = PlainClient.signedIn(http, world.address(), account, Crowd.PASSWORD);
        try (Connection owner = world.stack().asThief("practice")) {
            for (int appointments : new int[] {100, 5_000, 50_000}) {
                fill(owner, appointments);
                say(appointments, "busy ranges of 35 days, SQL alone", measured(() -> busy(owner)));
                say(appointments, "a page that says nothing", measured(() -> page(client, "/client/join")));
                say(appointments, "free times, the page", measured(() -> page(client, "/client/book")));
                say(appointments, "hold and confirm, SQL alone", measured(() -> bookBySql(owner)));
                say(appointments, "hold and confirm, three pages", measured(() -> book(client, owner)));
            }
            clear(owner);
        } finally {
            world.stack().crowd().leave();
        }
    }

    /** Spread over so many therapists, 50 minutes on each full hour of every day, half of them past. */
    private static void fill(Connection owner, int appointments) throws SQLException {
        clear(owner);
        try (Statement statement = owner.createStatement()) {
            for (int other = 1; other < OTHERS; other++) {
                statement.executeUpdate("INSERT INTO therapist (id, account_tag, shown_name, zone, since) VALUES"
                        + " (gen_random_uuid(), sha256('figures" + other + "'), 'Figures " + other
                        + "', 'Europe/London', current_date) ON CONFLICT DO NOTHING");
            }
            int each = appointments / OTHERS;
            statement.executeUpdate("INSERT INTO appointment (id, therapist_id, type_id, wall_start, zone, starts_at,"
                    + " ends_at, blocked_from, blocked_until, status, free_until)"
                    + " SELECT gen_random_uuid(), t.id, (SELECT id FROM session_type ORDER BY id LIMIT 1),"
                    + " to_char(s.at, 'YYYY-MM-DD\"T\"HH24:MI'), 'Europe/London', s.at, s.at + interval '50 min', s.at,"
                    + " s.at + interval '60 min', 'CONFIRMED', s.at - interval '48 h'"
                    + " FROM (SELECT id FROM therapist WHERE shown_name LIKE 'Figures%' OR id = " + OF_ALDER + ") t,"
                    + " (SELECT date_trunc('day', now()) + (d - " + each / 2 / 3 + ") * interval '1 day'"
                    + " + h * interval '1 hour' AS at FROM generate_series(1, " + (each / 3 + 1)
                    + ") d, generate_series(9, 11) h) s");
            statement.execute("ANALYZE appointment");
        }
    }

    private static void clear(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.executeUpdate("DELETE FROM booking_request");
            statement.executeUpdate("DELETE FROM appointment");
            statement.executeUpdate("DELETE FROM therapist WHERE shown_name LIKE 'Figures%'");
        }
    }

    private Object busy(Connection owner) throws SQLException {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        int found = 0;
        try (PreparedStatement statement = owner.prepareStatement("SELECT starts_at, ends_at, blocked_from,"
                + " blocked_until, status FROM appointment WHERE therapist_id = " + OF_ALDER
                + " AND starts_at < ? AND ends_at > ? ORDER BY starts_at")) {
            statement.setObject(1, now.plusDays(36));
            statement.setObject(2, now.minusDays(1));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found++;
                }
            }
        }
        return found;
    }

    private static Object page(PlainClient client, String address) {
        PlainClient.Answer answer = client.get(address);
        assertEquals(200, answer.status());
        return answer;
    }

    private Object bookBySql(Connection owner) throws SQLException {
        UUID id = UUID.randomUUID();
        owner.setAutoCommit(false);
        try (Statement statement = owner.createStatement()) {
            statement.executeQuery("SELECT 1 FROM diary WHERE therapist_id = " + OF_ALDER + " FOR NO KEY UPDATE");
            busy(owner);
            statement.executeUpdate("INSERT INTO appointment (id, therapist_id, type_id, wall_start, zone, starts_at,"
                    + " ends_at, blocked_from, blocked_until, status, hold_until, free_until) SELECT '" + id
                    + "', " + OF_ALDER + ", (SELECT id FROM session_type ORDER BY id LIMIT 1), '2030-01-01T03:00',"
                    + " 'Europe/London', at, at + interval '50 min', at, at + interval '60 min', 'HELD',"
                    + " now() + interval '10 min', at FROM (SELECT date_trunc('day', now()) + interval '40 days 3 hours'"
                    + " AS at) s");
            owner.commit();
            statement.executeQuery("SELECT 1 FROM diary WHERE therapist_id = " + OF_ALDER + " FOR NO KEY UPDATE");
            statement.executeUpdate(
                    "UPDATE appointment SET status = 'CONFIRMED', hold_until = NULL WHERE id = '" + id + "'");
            owner.commit();
        } finally {
            owner.setAutoCommit(true);
        }
        forget(owner, id);
        return id;
    }

    private static void forget(Connection owner, UUID id) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.executeUpdate("DELETE FROM appointment WHERE id = '" + id + "'");
        }
    }

    private static Object book(PlainClient client, Connection owner) throws SQLException {
        String page = client.get("/client/book").body();
        var found = TIME.matcher(page);
        assertTrue(found.find(), "a free time");
        PlainClient.Answer held = client.post("/client/book", Map.of("choose", found.group(1)));
        String path = held.location().replaceFirst("^https?://[^/]+", "");
        client.get(path);
        PlainClient.Answer booked = client.post(path, Map.of("do", "book"));
        assertTrue(booked.location().contains("/client/appointment"), booked.location());
        try (Statement statement = owner.createStatement()) {
            statement.executeUpdate("DELETE FROM booking_request");
            statement.executeUpdate("DELETE FROM appointment WHERE client_tag IS NOT NULL");
        }
        return booked;
    }

    private static List<Long> measured(Callable<?> act) throws Exception {
        for (int i = 0; i < WARM; i++) {
            act.call();
        }
        List<Long> took = new ArrayList<>();
        for (int i = 0; i < COUNTED; i++) {
            long begun = System.nanoTime();
            act.call();
            took.add((System.nanoTime() - begun) / 1000);
        }
        return took.stream().sorted().toList();
    }

    private static void say(int appointments, String what, List<Long> took) {
        System.out.printf(
                "FIGURE | %,d | %s | %.2f ms | %.2f ms |%n",
                appointments, what, took.get(took.size() / 2) / 1000.0, took.get(took.size() * 95 / 100) / 1000.0);
    }
}
