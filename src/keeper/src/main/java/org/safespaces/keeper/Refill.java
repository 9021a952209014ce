package org.safespaces.keeper;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Fills freshly made tables within one transaction. Meanwhile no trigger runs, for these rows have been through them, and no table refers to
 * another, so that their order does not matter; in the end everything refers as before, and the database has checked that it does.
 */
final class Refill {
    private static final String TABLE = "quote_ident(c.relname)";

    private final Connection connection;
    private final Tables tables;
    private final List<String> afterwards = new ArrayList<>();

    Refill(Connection connection) {
        this.connection = connection;
        this.tables = new Tables(connection);
    }

    void begin() throws SQLException {
        afterwards.addAll(tables.texts("SELECT 'ALTER TABLE ' || " + TABLE
                + " || ' ADD CONSTRAINT ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid)"
                + reference()));
        List<String> first = new ArrayList<>(tables.texts("SELECT 'ALTER TABLE ' || " + TABLE
                + " || ' DROP CONSTRAINT ' || quote_ident(k.conname)" + reference()));
        afterwards.addAll(triggers("ENABLE"));
        first.addAll(triggers("DISABLE"));
        for (Tables.Table table : tables.all()) {
            first.add("DELETE FROM " + Tables.quoted(table.name()));
        }
        for (String change : first) {
            tables.change(change);
        }
    }

    private static String reference() {
        return " FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid"
                + " WHERE k.contype = 'f' AND c.relnamespace = 'public'::regnamespace ORDER BY c.relname, k.conname";
    }

    private List<String> triggers(String how) throws SQLException {
        return tables.texts("SELECT 'ALTER TABLE ' || " + TABLE + " || ' " + how + " TRIGGER ' || quote_ident(t.tgname)"
                + " FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
                + " WHERE NOT t.tgisinternal AND t.tgenabled = 'O' AND c.relnamespace = 'public'::regnamespace"
                + " ORDER BY c.relname, t.tgname");
    }

    void fill(String table, InputStream in) throws IOException, SQLException {
        if (tables.all().stream().noneMatch(each -> each.name().equals(table))) {
            throw new NotWhole("it has a table that this version does not know: " + table);
        }
        tables.copyIn(table, in);
    }

    void end(Set<String> filled) throws SQLException {
        for (Tables.Table table : tables.all()) {
            if (!filled.contains(table.name())) {
                throw new NotWhole("it lacks the table " + table.name());
            }
        }
        for (String change : afterwards) {
            tables.change(change);
        }
        countOn();
    }

    /** Columns that number their rows go on where the rows end. */
    private void countOn() throws SQLException {
        for (String change :
                tables.texts("SELECT format('SELECT setval(pg_get_serial_sequence(%L, %L), max(%I)) FROM %I HAVING"
                        + " max(%I) IS NOT NULL', quote_ident(c.relname), a.attname, a.attname, c.relname, a.attname) FROM"
                        + " pg_attribute a JOIN pg_class c ON c.oid = a.attrelid WHERE a.attidentity <> '' AND NOT"
                        + " a.attisdropped AND c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace")) {
            tables.change(change);
        }
    }

    /** Has a table as many rows as the backup says? */
    void compare(String table, long rows) throws SQLException {
        if (tables.count(table) != rows) {
            connection.rollback();
            throw new NotWhole("not all rows of " + table + " came back");
        }
    }
}
