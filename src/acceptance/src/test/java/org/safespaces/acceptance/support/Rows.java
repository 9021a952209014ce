package org.safespaces.acceptance.support;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What stands in the main database, asked past the application. */
public final class Rows {
    private static final String LETTERS = "outbox ";

    private Rows() {}

    /** All rows of these tables, each by its table and its first two columns, in which its key is. */
    public static Set<String> of(List<String> tables) {
        try (Connection thief = World.open().stack().asThief("practice");
                Statement statement = thief.createStatement()) {
            Set<String> rows = new TreeSet<>();
            for (String table : tables) {
                try (ResultSet row = statement.executeQuery("SELECT * FROM " + table)) {
                    while (row.next()) {
                        rows.add(table + " " + row.getString(1) + " " + row.getString(2));
                    }
                }
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Those that have come since, or gone; only letters may go meanwhile, because others' are sent. */
    public static Set<String> since(Set<String> before, List<String> tables) {
        Set<String> now = of(tables);
        Set<String> come = new TreeSet<>(now);
        come.removeAll(before);
        before.stream()
                .filter(row -> !row.startsWith(LETTERS) && !now.contains(row))
                .forEach(come::add);
        return come;
    }
}
