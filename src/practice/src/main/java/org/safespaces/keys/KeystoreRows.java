package org.safespaces.keys;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The second database. Whatever is handed over is one short transaction of its own, committed on return, whatever becomes
 * of the business transaction around it. When the database does not answer: {@link KeystoreUnavailable}, and nothing was
 * done.
 */
@ApplicationScoped
class KeystoreRows {
    private static final Logger LOG = Logger.getLogger(KeystoreRows.class.getName());

    @Resource(lookup = "java:jboss/datasources/Keystore")
    private DataSource keystore;

    /** What is done with one connection. */
    @FunctionalInterface
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    <T> T inOne(Work<T> work) {
        try (Connection connection = keystore.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.with(connection);
                connection.commit();
                return result;
            } catch (SQLException failure) {
                connection.rollback();
                throw failure;
            }
        } catch (SQLException failure) {
            LOG.log(Level.WARNING, "the keystore does not do what it is asked: {0}", failure.getSQLState());
            throw new KeystoreUnavailable();
        }
    }

    <T> List<T> list(String sql, Reading<T> reading, Object... values) {
        return inOne(connection -> list(connection, sql, reading, values));
    }

    static <T> List<T> list(Connection connection, String sql, Reading<T> reading, Object... values)
            throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values);
                ResultSet row = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (row.next()) {
                found.add(reading.of(row));
            }
            return found;
        }
    }

    /** Changes rows; returns how many. */
    static int change(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
