package org.safespaces.acceptance.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safespaces.acceptance.support.Verifiers;

/** The tree over the log: no line without its place, and nothing done to it later that does not show. */
class TreeOfTheLogIT {
    private static final String BEFORE = "35";
    private static final String NOW = "latest";
    private static final String LINE =
            "INSERT INTO audit_event (at, actor, actor_role, action, object_type, object_ref, outcome, amount, head_items, head_hash)"
                    + " VALUES (now(), gen_random_uuid(), 'therapist', 'NOTE_OPENED', 'case item', gen_random_uuid(), 'DONE', NULL, NULL,"
                    + " NULL)";
    private static final List<String> ALL_SHAPES = List.of(
            LINE,
            "INSERT INTO audit_event (at, actor_role, action, object_type, outcome) VALUES ('2026-01-01 23:59:59.999999+00', 'server',"
                    + " 'SERVER_STARTED', 'server', 'DONE')",
            "INSERT INTO audit_event (at, actor_role, action, object_type, outcome, amount) VALUES (now(), 'visitor', 'ACCESS_REFUSED',"
                    + " 'follow-up', 'REFUSED', 0)",
            "INSERT INTO audit_event (at, actor_role, action, object_type, object_ref, outcome, head_items, head_hash) VALUES (now(),"
                    + " 'therapist', 'RECORD_GREW', 'clinical record', gen_random_uuid(), 'DONE', 12, sha512('x'))");

    @TempDir
    Path folder;

    private OwnLog log;

    @BeforeEach
    void aLogOfItsOwn() throws SQLException {
        log = new OwnLog("tree_" + Long.toHexString(System.nanoTime()), folder);
    }

    @AfterEach
    void noLogIsLeft() throws Exception {
        log.close();
    }

    @Test
    void linesFromBeforeTheTreeHaveTheirPlaceInItAndVerifyBesideNewOnes() throws Exception {
        log.migrate(BEFORE);
        write(ALL_SHAPES);
        // a number that nobody has, as a transaction leaves that did not end well
        log.ruled("SELECT nextval(pg_get_serial_sequence('audit_event', 'seq'))");
        write(ALL_SHAPES);

        log.migrate(NOW);
        write(ALL_SHAPES);
        log.startSigner();
        log.untilAllIsSigned();

        assertEquals(12, log.number("SELECT size FROM audit_head"));
        assertEquals(13, log.number("SELECT max(line) FROM audit_leaf"));
        assertTrue(Verifiers.hold(log.file(), folder));
        assertEquals(List.of(), log.asked("SELECT kind FROM audit_finding"));
    }

    @Test
    void manyWritersAtOnceLeaveNoGapAndNobodyWaitsForHerself() throws Exception {
        log.migrate(NOW);
        log.startSigner();
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> acts = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                int who = i;
                acts.add(() -> writesFiftyTimes(who));
            }
            for (Future<Void> done : people.invokeAll(acts)) {
                done.get();
            }
        } finally {
            people.shutdown();
        }
        log.untilAllIsSigned();

        long lines = log.number("SELECT count(*) FROM audit_event");
        assertEquals(8 * 50 + 8 * 40, lines);
        assertEquals(lines, log.number("SELECT size FROM audit_head"));
        assertEquals(lines - 1, log.number("SELECT max(seq) FROM audit_leaf"));
        assertTrue(Verifiers.hold(log.file(), folder));
    }

    /** Each act writes a line; meanwhile another is written and committed on the way, as a refusal is. One act in five is undone. */
    private Void writesFiftyTimes(int who) throws SQLException {
        try (Connection act = log.as("practice_app");
                Connection beside = log.as("practice_app")) {
            act.setAutoCommit(false);
            for (int i = 0; i < 50; i++) {
                run(act, "SET LOCAL lock_timeout = '3s'");
                run(act, LINE);
                run(beside, LINE);
                if (i % 5 == who % 5) {
                    act.rollback();
                } else {
                    act.commit();
                }
            }
        }
        return null;
    }

    @Test
    void theApplicationCannotTouchTheTreeAndTheSignerCanReadTheLogAndNothingElse() throws SQLException {
        log.migrate(NOW);
        Map<String, List<String>> tried = Map.of(
                "practice_app",
                List.of(
                        "SELECT audit_take_place(ROW(1, now(), NULL, 'x', 'X', 'x', NULL, 'DONE', NULL, NULL, NULL)::audit_event)",
                        "INSERT INTO audit_leaf (seq, line, leaf) VALUES (0, 1, sha256('x'))",
                        "UPDATE audit_head SET size = 0",
                        "DELETE FROM audit_leaf",
                        "INSERT INTO audit_checkpoint (size, root, signed_at, note) VALUES (0, sha256(''), now(), 'x')",
                        "INSERT INTO audit_finding (found_at, kind, seq) VALUES (now(), 'LINE_CHANGED', 0)"),
                "practice_witness",
                List.of(
                        LINE,
                        "UPDATE audit_head SET size = 0",
                        "DELETE FROM audit_checkpoint",
                        "UPDATE audit_checkpoint SET size = 0",
                        "SELECT count(*) FROM case_item",
                        "SELECT count(*) FROM therapist",
                        "SELECT count(*) FROM intake"));
        for (Map.Entry<String, List<String>> role : tried.entrySet()) {
            try (Connection connection = log.as(role.getKey())) {
                for (String sql : role.getValue()) {
                    SQLException refused = assertThrows(SQLException.class, () -> run(connection, sql), sql);
                    assertEquals("42501", refused.getSQLState(), role.getKey() + ": " + sql);
                }
            }
        }
        try (Connection owner = log.as("practice_owner")) {
            write(ALL_SHAPES);
            for (String table : List.of("audit_leaf", "audit_checkpoint", "audit_finding")) {
                SQLException refused = assertThrows(SQLException.class, () -> run(owner, "TRUNCATE " + table), table);
                assertEquals("P0001", refused.getSQLState(), table);
            }
            assertEquals(
                    "P0001",
                    assertThrows(SQLException.class, () -> run(owner, "DELETE FROM audit_leaf"))
                            .getSQLState());
        }
    }

    @Test
    void whoeverRulesTheDatabaseChangesALineAndTheSignerTellsAndBothVerifiersSeeIt() throws Exception {
        signedLog();
        for (String change : List.of(
                "UPDATE audit_event SET outcome = 'REFUSED' WHERE seq = 2",
                "UPDATE audit_event SET actor = gen_random_uuid() WHERE seq = 5",
                "UPDATE audit_event SET at = at - interval '1 day' WHERE seq = 7")) {
            log.ruled("ALTER TABLE audit_event DISABLE TRIGGER USER; " + change
                    + "; ALTER TABLE audit_event ENABLE TRIGGER USER");
        }
        // it reads all of it when it starts, and once an hour
        log.stopSigner();
        log.startSigner();

        log.untilItIsFound("LINE_CHANGED");
        assertFalse(Verifiers.hold(log.file(), folder));
    }

    @Test
    void aLogThatIsCutAndCountedAnewIsNeverSignedAgain() throws Exception {
        signedLog();
        log.ruled("ALTER TABLE audit_event DISABLE TRIGGER USER; ALTER TABLE audit_leaf DISABLE TRIGGER USER;"
                + " DELETE FROM audit_event WHERE seq > 4; DELETE FROM audit_leaf WHERE seq >= 0;"
                + " UPDATE audit_head SET size = 0, frontier = '';"
                + " SELECT audit_take_place(o.e) FROM (SELECT e FROM audit_event e ORDER BY e.seq) o;"
                + " ALTER TABLE audit_event ENABLE TRIGGER USER; ALTER TABLE audit_leaf ENABLE TRIGGER USER");
        log.untilItIsFound("TREE_SHORTER");
        long checkpoints = log.number("SELECT count(*) FROM audit_checkpoint");

        write(ALL_SHAPES);
        write(ALL_SHAPES);
        write(ALL_SHAPES);
        log.untilItIsFound("TREE_CHANGED");

        assertEquals(checkpoints, log.number("SELECT count(*) FROM audit_checkpoint"));
        assertFalse(Verifiers.hold(log.file(), folder));
    }

    private void signedLog() throws Exception {
        log.migrate(NOW);
        write(ALL_SHAPES);
        write(ALL_SHAPES);
        log.startSigner();
        log.untilAllIsSigned();
        assertTrue(Verifiers.hold(log.file(), folder));
    }

    private void write(List<String> lines) throws SQLException {
        try (Connection application = log.as("practice_app")) {
            for (String line : lines) {
                run(application, line);
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
