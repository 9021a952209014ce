package org.safespaces.acceptance.support;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** How much stands in the main database, asked past the application. */
public final class Rows {
    private Rows() {}

    /** All rows of these tables together. */
    public static long inAll(List<String> tables) {
        try (Connection thief = World.open().stack().asThief("practice");
                Statement statement = thief.createStatement()) {
            long rows = 0;
            for (String table : tables) {
                try (ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
                    row.next();
                    rows += row.getLong(1);
                }
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
