package org.safespaces.keeper;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.safespaces.vault.BackupPart;

/**
 * Makes a backup while people work: each database as it stood at one moment, the main database's moment before the keystore's. So every
 * key that the one names stands in the other, unless it was destroyed between.
 */
final class Making {
    static final String ENVIRONMENT = "environment";

    private final PrintStream out;
    private final Clock clock;
    private final Cluster cluster;
    private final byte[] publicHalf;

    Making(PrintStream out, Clock clock, Cluster cluster, byte[] publicHalf) {
        this.out = out;
        this.clock = clock;
        this.cluster = cluster;
        this.publicHalf = publicHalf;
    }

    /**
     * Makes both files.
     *
     * @param settings the server's own, of which secrets are left out
     * @param files what goes along with the main database
     */
    void make(Path mainFolder, Path keysFolder, Map<String, String> settings, List<Path> files)
            throws IOException, SQLException {
        Instant made = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Path main = BackupFile.named(mainFolder, BackupPart.MAIN, made);
        Path keys = BackupFile.named(keysFolder, BackupPart.KEYS, made);
        try (Connection practice = cluster.practice();
                Connection keystore = cluster.keystore()) {
            standStill(practice);
            standStill(keystore);
            try (BackupFile mainFile = BackupFile.begin(main, publicHalf, BackupPart.MAIN, made);
                    BackupFile keysFile = BackupFile.begin(keys, publicHalf, BackupPart.KEYS, made)) {
                Contents inMain = write(mainFile, "practice", practice, settings(settings), files);
                Contents inKeys = write(keysFile, "keystore", keystore, "", List.of());
                finish(mainFile, keysFile, main);
                say(main, inMain);
                say(keys, inKeys);
            }
            practice.rollback();
            keystore.rollback();
        }
        BackupEvents.add(cluster, BackupEvents.MADE, made);
    }

    /** Both or neither: one half of a backup would be taken for a whole. */
    private static void finish(BackupFile mainFile, BackupFile keysFile, Path main) throws IOException {
        mainFile.finish();
        try {
            keysFile.finish();
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(main);
            throw failure;
        }
    }

    /** From here on this connection sees one moment. */
    private static void standStill(Connection connection) throws SQLException {
        Tables tables = new Tables(connection);
        tables.change("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
        tables.change("SELECT 1");
    }

    private Contents write(BackupFile file, String name, Connection connection, String settings, List<Path> files)
            throws IOException, SQLException {
        Tables tables = new Tables(connection);
        List<Tables.Table> all = tables.all();
        Progress progress = new Progress(
                out, clock, name, all.stream().mapToLong(Tables.Table::bytes).sum());
        Entries entries = new Entries(file.output());
        entries.text(Reading.SCHEMA, String.join("\n", tables.migrations()) + "\n");
        if (!settings.isEmpty()) {
            entries.text(Contents.FILES + ENVIRONMENT, settings);
        }
        for (Path each : files) {
            entries.add(Contents.FILES + each.getFileName(), to -> copy(each, to));
        }
        long done = 0;
        for (Tables.Table table : all) {
            entries.add(Contents.TABLES + table.name(), to -> tables.copyOut(table.name(), to));
            done += table.bytes();
            progress.at(done);
        }
        return entries.finish();
    }

    private static long copy(Path file, OutputStream to) throws IOException {
        Files.copy(file, to);
        return 0;
    }

    /** What the server is set up with, but for its secrets: those stand on the escrow sheet, and nowhere beside their databases. */
    private static String settings(Map<String, String> environment) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(environment).forEach((name, value) -> {
            if (name.startsWith("SAFESPACES_") && !name.matches(".*_(PASSWORD|SECRET)")) {
                text.append(name).append('=').append(value).append('\n');
            }
        });
        return text.toString();
    }

    private void say(Path file, Contents contents) throws IOException {
        out.printf(
                Locale.UK,
                "Made %s: %d tables, %,d rows, %,d bytes.%n",
                file,
                contents.tables(),
                contents.rows(),
                Files.size(file));
    }
}
