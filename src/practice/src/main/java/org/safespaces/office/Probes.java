package org.safespaces.office;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import javax.sql.DataSource;

/** Asks each part by itself whether it answers. Each of these may hang: who asks does not wait for ever. */
@ApplicationScoped
class Probes {
    private static final int PATIENCE = (int) SystemHealth.PATIENCE.toMillis();
    private static final long GIGABYTE = 1_000_000_000L;
    private static final long LEAST_FREE = 2 * GIGABYTE;
    private static final int LEAST_PART = 10;
    private static final String SMTP_PORT = "25";

    @Resource(lookup = "java:jboss/datasources/Practice")
    private DataSource practice;

    /** Only the owner may read which migrations were made. */
    @Resource(lookup = "java:jboss/datasources/PracticeOwner")
    private DataSource practiceOwner;

    @Resource(lookup = "java:jboss/datasources/Keystore")
    private DataSource keystore;

    @Resource(lookup = "java:jboss/mail/Practice")
    private Session mail;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(SystemHealth.PATIENCE).build();

    /** The version of PostgreSQL, and the newest migration. */
    Health practiceDatabase() throws SQLException {
        return Health.fine(
                Part.PRACTICE_DATABASE,
                one(practice, "SHOW server_version"),
                one(practiceOwner, "SELECT max(version) FROM flyway_schema_history WHERE success"));
    }

    Health keyDatabase() throws SQLException {
        return Health.fine(Part.KEY_DATABASE, one(keystore, "SHOW server_version"));
    }

    /** Whoever cannot read this cannot sign anybody in either. */
    Health identityServer() throws IOException, InterruptedException {
        String realm = System.getenv("SAFESPACES_OIDC_URL");
        HttpResponse<Void> answer = http.send(
                HttpRequest.newBuilder(URI.create(realm + "/.well-known/openid-configuration"))
                        .timeout(SystemHealth.PATIENCE)
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        return answer.statusCode() == 200 ? Health.fine(Part.IDENTITY_SERVER) : Health.away(Part.IDENTITY_SERVER);
    }

    /** Somebody listens there; nothing is sent. */
    Health mailRelay() throws IOException {
        Properties properties = mail.getProperties();
        String host = properties.getProperty("mail.smtp.host", "localhost");
        int port = Integer.parseInt(properties.getProperty("mail.smtp.port", SMTP_PORT));
        try (Socket relay = new Socket()) {
            relay.connect(new InetSocketAddress(host, port), PATIENCE);
            return Health.fine(Part.MAIL_RELAY);
        }
    }

    /** What is free where the server writes, and of how much. */
    Health disk() throws IOException {
        FileStore disk = Files.getFileStore(Path.of(System.getProperty("jboss.server.data.dir", "/")));
        long free = disk.getUsableSpace();
        long all = Math.max(1, disk.getTotalSpace());
        boolean low = free < LEAST_FREE || 100 * free / all < LEAST_PART;
        return new Health(
                Part.DISK, low ? Health.State.LOOK : Health.State.FINE, List.of(gigabytes(free), gigabytes(all)));
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.UK, "%,.1f", (double) bytes / GIGABYTE);
    }

    private static String one(DataSource source, String query) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout((int) SystemHealth.PATIENCE.toSeconds());
            try (ResultSet row = statement.executeQuery(query)) {
                return row.next() ? String.valueOf(row.getString(1)) : "";
            }
        }
    }
}
