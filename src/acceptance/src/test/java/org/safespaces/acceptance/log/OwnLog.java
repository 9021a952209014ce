package org.safespaces.acceptance.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.safespaces.acceptance.support.Eventually;
import org.safespaces.acceptance.support.World;
import org.safespaces.devstack.Stack;

/** A log in a database of its own, so that no other test meets what is done to it, and a signer who looks at this one. */
final class OwnLog implements AutoCloseable {
    private static final Stack STACK = World.running().stack();

    private final String name;
    private final Path folder;
    private AutoCloseable signer;

    OwnLog(String name, Path folder) throws SQLException {
        this.name = name;
        this.folder = folder;
        try (Connection server = STACK.asThief("postgres");
                Statement statement = server.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " OWNER practice_owner");
        }
        ruled("CREATE EXTENSION btree_gist");
    }

    /** Brings the tables up to this version, as the application does when it starts. */
    OwnLog migrate(String version) throws SQLException {
        String url;
        try (Connection thief = STACK.asThief(name)) {
            url = thief.getMetaData().getURL();
        }
        Flyway.configure(OwnLog.class.getClassLoader())
                .dataSource(url, "postgres", "postgres")
                .initSql("SET ROLE practice_owner")
                .locations("classpath:db/practice")
                .target(version)
                .load()
                .migrate();
        return this;
    }

    /** A connection with the rights of this role. */
    Connection as(String role) throws SQLException {
        Connection connection = STACK.asThief(name);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION AUTHORIZATION " + role);
        }
        return connection;
    }

    /** Does what only somebody can do who rules the server. */
    void ruled(String sql) throws SQLException {
        try (Connection thief = STACK.asThief(name);
                Statement statement = thief.createStatement()) {
            statement.execute(sql);
        }
    }

    List<String> asked(String query) {
        try (Connection thief = STACK.asThief(name);
                Statement statement = thief.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    long number(String query) {
        return Long.parseLong(asked(query).get(0));
    }

    void startSigner() throws IOException, InterruptedException {
        signer = STACK.startWitnessOf(name, folder);
    }

    void stopSigner() throws Exception {
        signer.close();
    }

    void untilAllIsSigned() {
        Eventually.holds(() ->
                number("SELECT coalesce(max(size), 0) FROM audit_checkpoint") == number("SELECT size FROM audit_head"));
    }

    void untilItIsFound(String kind) {
        Eventually.holds(() -> asked("SELECT DISTINCT kind FROM audit_finding").contains(kind));
    }

    /** The log as a file, written by the database alone: the application's own is tried by its page. */
    Path file() throws IOException {
        StringBuilder text = new StringBuilder("{\"format\":\"practice-log/1\"}\n");
        asked("SELECT audit_body(l.seq, e) FROM audit_leaf l JOIN audit_event e ON e.seq = l.line ORDER BY l.seq")
                .forEach(body -> text.append(body).append('\n'));
        List<String> notes = asked("SELECT note FROM audit_checkpoint ORDER BY id");
        for (String note : notes) {
            text.append("{\"checkpoint\":\"")
                    .append(Base64.getEncoder().encodeToString(note.getBytes(StandardCharsets.UTF_8)))
                    .append("\"}\n");
        }
        String newest = notes.get(notes.size() - 1).split("\n")[2];
        text.append("{\"root\":\"")
                .append(java.util.HexFormat.of().formatHex(Base64.getDecoder().decode(newest)))
                .append("\",\"size\":")
                .append(number("SELECT count(*) FROM audit_leaf"))
                .append("}\n");
        return Files.writeString(folder.resolve("log.jsonl"), text);
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() throws Exception {
        if (signer != null) {
            signer.close();
        }
        try (Connection server = STACK.asThief("postgres");
                Statement statement = server.createStatement()) {
            statement.execute("DROP DATABASE " + name + " WITH (FORCE)");
        }
    }
}
