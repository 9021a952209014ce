package org.safespaces.devstack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;

/**
 * A real PostgreSQL with the databases {@code practice}, {@code keystore} and {@code identity}, and the roles of {@code
 * config/database/roles.sql}. What it has acknowledged is on disk: the embedded server's own default switches that off.
 */
final class Database implements AutoCloseable {
    private static final List<String> OURS = List.of("practice", "keystore");
    private static final String ASIDE = "_aside";

    private final EmbeddedPostgres server;
    private final int port;
    private final Secrets secrets;

    private Database(EmbeddedPostgres server, int port, Secrets secrets) {
        this.server = server;
        this.port = port;
        this.secrets = secrets;
    }

    static Database start(Settings settings, Secrets secrets) throws IOException {
        Path folder = settings.data().resolve("postgres");
        refuseLeftover(folder);
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setOverrideWorkingDirectory(folder.toFile())
                .setCleanDataDirectory(false)
                .setPort(settings.ports().database())
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "150")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("log_error_verbosity", "terse")
                .setServerConfig("log_statement", "none")
                .setServerConfig("log_min_error_statement", "panic")
                .setServerConfig("log_parameter_max_length", "0")
                .setServerConfig("log_parameter_max_length_on_error", "0")
                .setServerConfig("deadlock_timeout", "200ms")
                .setServerConfig("password_encryption", "scram-sha-256")
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(
                        settings.logs().resolve("postgres.log").toFile()))
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(
                        settings.logs().resolve("postgres.log").toFile()))
                .start();
        return new Database(server, settings.ports().database(), secrets);
    }

    /** A server left by a run that was killed would be joined in silence, with its old settings. */
    private static void refuseLeftover(Path folder) throws IOException {
        Path pidFile = folder.resolve("data/postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).trim());
        boolean alive = ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().command())
                .filter(command -> command.contains("postgres"))
                .isPresent();
        if (alive) {
            throw new CannotStart(
                    "A PostgreSQL of an earlier run still works on " + folder + ". End it with: kill " + pid);
        }
        Files.delete(pidFile);
    }

    /** Kills the first process; the others notice by themselves, and are waited for: the next server needs their memory. */
    void kill(Settings settings) throws IOException {
        Path pidFile = settings.data().resolve("postgres/data/postmaster.pid");
        ProcessHandle first = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pidFile).get(0).trim()))
                .orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(first.descendants().toList());
        all.add(first);
        first.destroyForcibly();
        all.forEach(process -> process.onExit().join());
        // lets go of the folder; there is nothing left to stop
        server.close();
    }

    /** Makes roles and databases on the first start. */
    void prepare(Path config) throws SQLException, IOException {
        try (Connection connection = superuser("postgres")) {
            for (String statement :
                    Files.readString(config.resolve("database/roles.sql")).split(";\\s*\n")) {
                runOnce(connection, withPasswords(withoutComments(statement)));
            }
        }
        extension("practice");
    }

    private static String withoutComments(String sql) {
        return sql.replaceAll("(?m)^--.*$", "").trim();
    }

    private String withPasswords(String sql) {
        String filled = sql;
        for (Map.Entry<String, String> entry : secrets.databasePasswords().entrySet()) {
            filled = filled.replace(":'" + entry.getKey() + "'", "'" + entry.getValue() + "'");
        }
        return filled;
    }

    private static void runOnce(Connection connection, String sql) throws SQLException {
        if (sql.isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            // 42710 the role, 42P04 the database: there since the first start
            if (!"42710".equals(failure.getSQLState()) && !"42P04".equals(failure.getSQLState())) {
                throw failure;
            }
        }
    }

    private void extension(String database) throws SQLException {
        try (Connection connection = superuser(database);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS btree_gist");
        }
    }

    /** Brings both databases up to date with the application's own migrations, before anybody is put in. */
    void migrate() {
        for (String name : OURS) {
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(url(name), name + "_owner", secrets.databasePassword(name + "_owner"))
                    .locations("classpath:db/" + name)
                    .load()
                    .migrate();
        }
    }

    /** Empty databases in place of ours. The first that were there are set aside; nobody may be connected. */
    void beginAnew(Path config) throws SQLException, IOException {
        beginEmpty(config);
        migrate();
    }

    /** The same without any table in them, for a backup to be restored into. */
    void beginEmpty(Path config) throws SQLException, IOException {
        try (Connection connection = superuser("postgres");
                Statement statement = connection.createStatement()) {
            for (String name : OURS) {
                boolean again = isThere(name + ASIDE, statement);
                statement.execute(again ? drop(name) : rename(name, name + ASIDE));
            }
        }
        prepare(config);
    }

    /** The databases that were set aside, in place of those that came after them; nothing where none were. */
    void bringBack() throws SQLException {
        try (Connection connection = superuser("postgres");
                Statement statement = connection.createStatement()) {
            for (String name : OURS) {
                if (isThere(name + ASIDE, statement)) {
                    statement.execute(drop(name));
                    statement.execute(rename(name + ASIDE, name));
                }
            }
        }
    }

    private static boolean isThere(String name, Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
            return row.next();
        }
    }

    private static String drop(String name) {
        return "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)";
    }

    private static String rename(String from, String to) {
        return "ALTER DATABASE " + from + " RENAME TO " + to;
    }

    Connection owner(String database) throws SQLException {
        return DriverManager.getConnection(
                url(database), database + "_owner", secrets.databasePassword(database + "_owner"));
    }

    Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", "postgres");
    }

    String url(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
