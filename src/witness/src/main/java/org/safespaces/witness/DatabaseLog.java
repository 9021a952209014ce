package org.safespaces.witness;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Properties;

/** The log in its database, seen with the witness's own role: it reads, and adds what it has to say. Connected for one turn at a time. */
final class DatabaseLog implements Log {
    static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private static final String LEAVES =
            "SELECT l.seq AS place, l.leaf, e.seq AS line, e.at, e.actor, e.actor_role, e.action, e.object_type, e.object_ref,"
                    + " e.outcome, e.amount, e.head_items, e.head_hash FROM audit_leaf l LEFT JOIN audit_event e ON e.seq = l.line"
                    + " WHERE l.seq >= ? ORDER BY l.seq";

    private final String url;
    private final String password;

    DatabaseLog(String url, String password) {
        this.url = url;
        this.password = password;
    }

    private Connection connection() throws SQLException {
        Properties who = new Properties();
        who.setProperty("user", "practice_witness");
        who.setProperty("password", password);
        who.setProperty("connectTimeout", "5");
        who.setProperty("socketTimeout", "60");
        who.setProperty("ApplicationName", "witness");
        return DriverManager.getConnection(url, who);
    }

    @Override
    public Head read(long from, Reader reader) throws SQLException {
        try (Connection connection = connection()) {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            Head head = head(connection);
            try (PreparedStatement leaves = connection.prepareStatement(LEAVES)) {
                leaves.setFetchSize(1000);
                leaves.setLong(1, from);
                try (ResultSet row = leaves.executeQuery()) {
                    while (row.next()) {
                        reader.leaf(row.getLong("place"), row.getBytes("leaf"), body(row));
                    }
                }
            }
            connection.rollback();
            return head;
        }
    }

    private static Head head(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT size, frontier FROM audit_head")) {
            if (!row.next()) {
                return new Head(0, new Tree().root());
            }
            try {
                return new Head(
                        row.getLong(1), Tree.of(row.getLong(1), row.getBytes(2)).root());
            } catch (IllegalArgumentException noEdge) {
                return new Head(row.getLong(1), new byte[0]);
            }
        }
    }

    /** Written anew from the columns: what the database itself makes of them is not asked. */
    private static byte[] body(ResultSet row) throws SQLException {
        long line = row.getLong("line");
        if (row.wasNull()) {
            return null;
        }
        byte[] hash = row.getBytes("head_hash");
        String body = "{\"action\":\"" + row.getString("action")
                + "\",\"actor\":" + quoted(row.getString("actor"))
                + ",\"actorRole\":\"" + row.getString("actor_role")
                + "\",\"amount\":" + row.getString("amount")
                + ",\"headHash\":" + quoted(hash == null ? null : HexFormat.of().formatHex(hash))
                + ",\"headItems\":" + row.getString("head_items")
                + ",\"line\":" + line
                + ",\"objRef\":" + quoted(row.getString("object_ref"))
                + ",\"objType\":\"" + row.getString("object_type")
                + "\",\"outcome\":\"" + row.getString("outcome")
                + "\",\"seq\":" + row.getLong("place")
                + ",\"tsUtc\":\"" + SECONDS.format(row.getObject("at", OffsetDateTime.class))
                + "\",\"v\":1}";
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String value) {
        return value == null ? "null" : "\"" + value + "\"";
    }

    @Override
    public void publish(Tree tree, Instant at, String note) throws SQLException {
        try (Connection connection = connection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO audit_checkpoint (size, root, signed_at, note) VALUES (?, ?, ?, ?)")) {
            insert.setLong(1, tree.size());
            insert.setBytes(2, tree.root());
            insert.setObject(3, at.atOffset(ZoneOffset.UTC));
            insert.setString(4, note);
            insert.executeUpdate();
        }
    }

    @Override
    public void tell(Finding finding, long seq, Instant at) throws SQLException {
        try (Connection connection = connection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO audit_finding (found_at, kind, seq) VALUES (?, ?, ?)")) {
            insert.setObject(1, at.atOffset(ZoneOffset.UTC));
            insert.setString(2, finding.name());
            insert.setLong(3, seq);
            insert.executeUpdate();
        }
    }
}
