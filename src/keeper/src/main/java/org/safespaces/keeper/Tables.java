package org.safespaces.keeper;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/** The tables of one database of ours, seen through one connection of its owner's. What Flyway keeps for itself is not among them. */
final class Tables {
    private static final String COPY_OPTIONS = " WITH (FORMAT text, ENCODING 'UTF8', HEADER";

    private final Connection connection;

    Tables(Connection connection) {
        this.connection = connection;
    }

    /** A table, and how many bytes it takes: by that the time that is left is reckoned. */
    record Table(String name, long bytes) {}

    List<Table> all() throws SQLException {
        List<Table> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT c.relname, pg_table_size(c.oid) FROM pg_class c"
                        + " WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'"
                        + " AND c.relname <> 'flyway_schema_history' ORDER BY c.relname")) {
            while (row.next()) {
                tables.add(new Table(row.getString(1), row.getLong(2)));
            }
        }
        return tables;
    }

    /** Is there nothing of anybody's in it? */
    boolean areNone() throws SQLException {
        return texts("SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind"
                        + " <> 'c'")
                .isEmpty();
    }

    /** The migrations that made the tables, each with the hash of what it said. */
    List<String> migrations() throws SQLException {
        return texts("SELECT version || ' ' || coalesce(checksum, 0) FROM flyway_schema_history"
                + " WHERE success AND version IS NOT NULL ORDER BY installed_rank");
    }

    /** Writes a table in the order of its key, after a line with the names of its columns. */
    long copyOut(String table, OutputStream out) throws SQLException, IOException {
        String order = columnsOfKey(table);
        String query =
                "SELECT " + columns(table) + " FROM " + quoted(table) + (order.isEmpty() ? "" : " ORDER BY " + order);
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("COPY (" + query + ") TO STDOUT" + COPY_OPTIONS + ")", out);
    }

    /** Reads it back. The names of the columns have to be the same. */
    long copyIn(String table, InputStream in) throws SQLException, IOException {
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "COPY " + quoted(table) + " (" + columns(table) + ") FROM STDIN" + COPY_OPTIONS + " MATCH)",
                        in);
    }

    long count(String table) throws SQLException {
        return Long.parseLong(
                texts("SELECT count(*)::text FROM " + quoted(table)).get(0));
    }

    /** All but those that the database works out by itself. */
    private String columns(String table) throws SQLException {
        return joined(
                "SELECT attname FROM pg_attribute WHERE attrelid = to_regclass(?) AND attnum > 0"
                        + " AND NOT attisdropped AND attgenerated = '' ORDER BY attnum",
                table);
    }

    private String columnsOfKey(String table) throws SQLException {
        return joined(
                "SELECT a.attname FROM pg_index i CROSS JOIN unnest(i.indkey) WITH ORDINALITY AS k(attnum, place)"
                        + " JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum"
                        + " WHERE i.indrelid = to_regclass(?) AND i.indisprimary ORDER BY k.place",
                table);
    }

    private String joined(String sql, String table) throws SQLException {
        return texts(sql, "public." + quoted(table)).stream()
                .map(Tables::quoted)
                .collect(Collectors.joining(", "));
    }

    List<String> texts(String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            List<String> texts = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    texts.add(row.getString(1));
                }
            }
            return texts;
        }
    }

    void change(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
