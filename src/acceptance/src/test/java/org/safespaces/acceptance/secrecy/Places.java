package org.safespaces.acceptance.secrecy;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.safespaces.acceptance.support.World;

/**
 * Everywhere a thief of the whole machine could look: every table, every file of the database's, the servers' and the identity
 * server's folders, and the mail. Left out are programs, and the folder in which development keeps its own secrets.
 */
final class Places {
    static final List<String> DATABASES = List.of("practice", "keystore", "identity");
    static final String LETTER = "letter";

    private static final String CONTROL = "control.bin";
    private static final List<String> FOLDERS = List.of(
            "logs", "wildfly/standalone/log", "wildfly/standalone/tmp", "wildfly/standalone/data", "keycloak/data");
    private static final List<String> PROGRAMS = List.of(
            "secrets/", "postgres/PG-", "wildfly/modules/", "wildfly/docs/", "keycloak/lib/", "keycloak/themes/");

    private final World world;
    private final Path data;

    Places(World world) {
        this.world = world;
        this.data = world.stack().settings().data();
    }

    /** Takes one place after the other. */
    interface Look {
        void at(String place, byte[] bytes);
    }

    void each(Look look) throws IOException, SQLException {
        for (String database : DATABASES) {
            tables(database, look);
        }
        files(look);
        for (String letter : world.stack().mail().raw()) {
            look.at(LETTER, letter.getBytes(StandardCharsets.UTF_8));
            look.at(LETTER, letter.replaceAll("=?\\r?\\n", "").getBytes(StandardCharsets.UTF_8));
        }
        world.stack()
                .mail()
                .all()
                .forEach(letter -> look.at(LETTER, letter.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private void tables(String database, Look look) throws IOException, SQLException {
        try (Connection thief = world.stack().asThief(database);
                Statement statement = thief.createStatement()) {
            for (String table : names(statement)) {
                look.at(database + " " + table, copied(thief, table));
            }
            statement.execute("CHECKPOINT");
        }
    }

    /** The database's own tables as well: its statistics keep samples of what stands in ours. */
    private static List<String> names(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(
                "SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    /** As it is stored; as text where the database knows no other way. */
    private static byte[] copied(Connection thief, String table) throws SQLException, IOException {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        try {
            copy(thief, "COPY " + table + " TO STDOUT (FORMAT binary)", copy);
        } catch (SQLException noBinaryForm) {
            copy.reset();
            copy(thief, "COPY " + table + " TO STDOUT", copy);
        }
        return copy.toByteArray();
    }

    private static void copy(Connection thief, String how, ByteArrayOutputStream into)
            throws SQLException, IOException {
        thief.unwrap(PGConnection.class).getCopyAPI().copyOut(how, into);
    }

    private void files(Look look) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(data)) {
            all = found.filter(Files::isRegularFile).filter(this::isSearched).toList();
        }
        for (Path file : all) {
            try {
                look.at(data.relativize(file).toString(), Files.readAllBytes(file));
            } catch (NoSuchFileException goneMeanwhile) {
                // the database tidies up while we look
            }
        }
    }

    private boolean isSearched(Path file) {
        String name = data.relativize(file).toString();
        return !name.endsWith(".jar") && PROGRAMS.stream().noneMatch(name::startsWith);
    }

    /** The number under which files of a database lie. */
    String folderOf(String database) throws SQLException {
        try (Connection thief = world.stack().asThief(database);
                Statement statement = thief.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT 'postgres/data/base/' || oid || '/' FROM pg_database WHERE datname = current_database()")) {
            row.next();
            return row.getString(1);
        }
    }

    /** Leaves the controls in each kind of place. A line of the log may be torn by a page's end: hence three times. */
    void plant(Controls controls) throws SQLException, IOException {
        for (String database : DATABASES) {
            try (Connection thief = world.stack().asThief(database);
                    Statement statement = thief.createStatement();
                    PreparedStatement row =
                            thief.prepareStatement("INSERT INTO planted SELECT ? FROM generate_series(1, 3)")) {
                statement.execute("CREATE TABLE planted (control bytea)");
                for (byte[] control : controls.planted().values()) {
                    row.setBytes(1, control);
                    row.executeUpdate();
                }
            }
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        controls.planted().values().forEach(all::writeBytes);
        for (String folder : FOLDERS) {
            Files.write(data.resolve(folder).resolve(CONTROL), all.toByteArray());
        }
        String letter = controls.inLetters().values().stream()
                .map(line -> new String(line, StandardCharsets.US_ASCII))
                .collect(Collectors.joining("\n"));
        GreenMailUtil.sendTextEmail(
                "post@localhost",
                "post@localhost",
                "controls",
                letter,
                new ServerSetup(world.stack().settings().ports().smtp(), "localhost", ServerSetup.PROTOCOL_SMTP));
    }

    /** Where controls have to be found, and which. */
    Map<String, Set<String>> planted(Controls controls) throws SQLException {
        Map<String, Set<String>> places = new TreeMap<>();
        for (String database : DATABASES) {
            places.put(database + " public.planted", controls.planted().keySet());
            places.put(folderOf(database), controls.planted().keySet());
        }
        places.put("postgres/data/pg_wal/", controls.planted().keySet());
        FOLDERS.forEach(
                folder -> places.put(folder + "/" + CONTROL, controls.planted().keySet()));
        places.put(LETTER, controls.inLetters().keySet());
        return places;
    }

    /** Takes the controls away again. */
    void tidy() throws SQLException, IOException {
        for (String database : DATABASES) {
            try (Connection thief = world.stack().asThief(database);
                    Statement statement = thief.createStatement()) {
                statement.execute("DROP TABLE IF EXISTS planted");
            }
        }
        for (String folder : FOLDERS) {
            Files.deleteIfExists(data.resolve(folder).resolve(CONTROL));
        }
    }
}
