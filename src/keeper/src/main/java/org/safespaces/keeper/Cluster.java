package org.safespaces.keeper;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Where the two databases are, and how their owners come in. */
final class Cluster {
    private final String practice;
    private final String keystore;
    private final Store store;

    Cluster(String practice, String keystore, Store store) {
        this.practice = practice;
        this.keystore = keystore;
        this.store = store;
    }

    Connection practice() throws SQLException {
        return owner("practice", practice);
    }

    Connection keystore() throws SQLException {
        return owner("keystore", keystore);
    }

    /** A connection without a transaction of its own yet. */
    private Connection owner(String name, String address) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", name + "_owner");
        properties.setProperty("password", store.password(name + "_owner"));
        properties.setProperty("ApplicationName", "keeper");
        properties.setProperty("connectTimeout", "10");
        // a message may name the values of a row
        properties.setProperty("logServerErrorDetail", "false");
        Connection connection = DriverManager.getConnection(address, properties);
        connection.setAutoCommit(false);
        return connection;
    }

    String address(String name) {
        return name.equals("practice") ? practice : keystore;
    }

    String password(String name) {
        return store.password(name + "_owner");
    }
}
