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

    /** Those that were not there before. Others may have gone meanwhile, as letters do that were sent. */
    public static Set<String> since(Set<String> before, List<String> tables) {
        Set<String> rows = of(tables);
        rows.removeAll(before);
        return rows;
    }
}
