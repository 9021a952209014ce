package org.safespaces.acceptance.container;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What stands in the two databases, asked past the application. */
@ApplicationScoped
public class Rows {
    @Resource(lookup = "java:jboss/datasources/Practice")
    private DataSource practice;

    @Resource(lookup = "java:jboss/datasources/PracticeOwner")
    private DataSource practiceOwner;

    @Resource(lookup = "java:jboss/datasources/Keystore")
    private DataSource keystore;

    @Resource(lookup = "java:jboss/datasources/KeystoreOwner")
    private DataSource keystoreOwner;

    /** How many rows, seen by a connection of its own: only what has been committed. */
    public long committed(String from, Object... values) {
        return Long.parseLong(
                all(practiceOwner, "SELECT count(*) FROM " + from, values).get(0));
    }

    /** How many rows, seen from within the transaction that is under way. */
    public long underway(String from, Object... values) {
        return Long.parseLong(
                all(practice, "SELECT count(*) FROM " + from, values).get(0));
    }

    public long inKeystore(String from) {
        return Long.parseLong(all(keystore, "SELECT count(*) FROM " + from).get(0));
    }

    public List<String> ofPractice(String query, Object... values) {
        return all(practiceOwner, query, values);
    }

    public List<String> ofKeystore(String query, Object... values) {
        return all(keystoreOwner, query, values);
    }

    /** Changes something as the application may. */
    public void change(String sql, Object... values) {
        change(practice, sql, values);
    }

    /** Changes what the application may not: as somebody who has the database in her hands. */
    public void changeAsOwner(String sql, Object... values) {
        change(practiceOwner, sql, values);
    }

    private static void change(DataSource source, String sql, Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = prepared(connection, sql, values)) {
            statement.executeUpdate();
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** Changes something as the owner of a database may, who can do everything. */
    public void changeAsOwnerOf(String database, String sql, Object... values) {
        try (Connection connection = source(database + "_owner").getConnection();
                PreparedStatement statement = prepared(connection, sql, values)) {
            statement.executeUpdate();
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** Why the database says no; empty when it does not. */
    public String refusal(String source, String sql) {
        try (Connection connection = source(source).getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
                return "";
            } catch (SQLException refused) {
                return refused.getSQLState();
            } finally {
                connection.rollback();
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private DataSource source(String name) {
        return switch (name) {
            case "practice_owner" -> practiceOwner;
            case "keystore_app" -> keystore;
            case "keystore_owner" -> keystoreOwner;
            default -> practice;
        };
    }

    private static List<String> all(DataSource source, String query, Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = prepared(connection, query, values);
                ResultSet row = statement.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
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
