package org.safespaces.keeper;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.safespaces.vault.BackupKey;
import org.safespaces.vault.BackupPart;

/**
 * Puts a backup into two empty databases. Both files are read to their ends before anything is written; what was destroyed since they were made
 * is destroyed again before either database shows a row of them.
 */
final class Restoring {
    static final String TOMBSTONES = "tombstones.txt";

    private static final int KEPT_DAYS = 35;

    private final PrintStream out;
    private final Clock clock;
    private final Cluster cluster;
    private final Reading reading;

    Restoring(PrintStream out, Clock clock, Cluster cluster, BackupKey key) {
        this.out = out;
        this.clock = clock;
        this.cluster = cluster;
        this.reading = new Reading(out, clock, key);
    }

    /** What a file was found to be, and what of it is small enough to hold. */
    private record Checked(Path file, Reading.Found found, Map<String, byte[]> texts) {
        List<String> migrations() {
            return new String(texts.get(Reading.SCHEMA), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    /**
     * Restores both.
     *
     * @param tombstones the newest file of tombstones
     * @param folder a new folder, for what the server was set up with
     */
    void restore(Path main, Path keys, Path tombstones, Path folder) throws IOException, SQLException {
        Tombstones stones = Tombstones.read(tombstones);
        Checked checkedMain = check(main, BackupPart.MAIN);
        Checked checkedKeys = check(keys, BackupPart.KEYS);
        sayAge(checkedKeys);
        try (Connection practice = cluster.practice();
                Connection keystore = cluster.keystore()) {
            refuseUnlessEmpty(practice, "practice");
            refuseUnlessEmpty(keystore, "keystore");
            practice.rollback();
            keystore.rollback();
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            migrate("practice", practice, checkedMain);
            migrate("keystore", keystore, checkedKeys);
            fill(practice, checkedMain);
            fill(keystore, checkedKeys);
            int again = stones.replay(practice, keystore);
            keystore.commit();
            practice.commit();
            out.println(
                    again == 0
                            ? "No destroyed key had come back."
                            : "Keys that were destroyed since had come back; destroyed again: " + again + ".");
        }
        writeFiles(checkedMain, folder);
        OwnFiles.write(folder.resolve(TOMBSTONES), stones.text());
        out.println("Both databases are as they were. What the server was set up with lies in " + folder + ".");
    }

    private Checked check(Path file, BackupPart part) throws IOException, SQLException {
        if (BackupFile.head(file).filter(head -> head.part() == part).isEmpty()) {
            throw new NotTold(file + " is not the file of a backup that belongs here.");
        }
        Map<String, byte[]> texts = new TreeMap<>();
        Reading.Found found = reading.read(file, "reading " + file.getFileName(), (name, in) -> {
            if (!name.startsWith(Contents.TABLES)) {
                texts.put(name, in.readAllBytes());
            }
        });
        return new Checked(file, found, texts);
    }

    private void sayAge(Checked keys) {
        long days =
                Duration.between(keys.found().head().made(), clock.instant()).toDays();
        if (days > KEPT_DAYS) {
            out.println("The file of keys is " + days + " days old. It should be gone after " + KEPT_DAYS
                    + ": certificates of erasure promise it.");
        }
    }

    private static void refuseUnlessEmpty(Connection connection, String name) throws SQLException {
        if (!new Tables(connection).areNone()) {
            throw new NotTold("The database " + name + " is not empty, and stays as it is.");
        }
    }

    /** The tables as they were when the backup was made; the application's next start brings them up to date. */
    private void migrate(String name, Connection connection, Checked checked) throws SQLException {
        List<String> migrations = checked.migrations();
        String last = migrations.get(migrations.size() - 1).split(" ")[0];
        Flyway.configure(Restoring.class.getClassLoader())
                .dataSource(cluster.address(name), name + "_owner", cluster.password(name))
                .locations("classpath:db/" + name)
                .target(last)
                .load()
                .migrate();
        if (!new Tables(connection).migrations().equals(migrations)) {
            throw new NotTold("The backup of " + name + " was made by a version of this software with other migrations."
                    + " Use the keeper of that version, on empty databases.");
        }
        connection.rollback();
    }

    private void fill(Connection connection, Checked checked) throws IOException, SQLException {
        Refill refill = new Refill(connection);
        refill.begin();
        List<String> filled = new ArrayList<>();
        reading.read(checked.file(), "restoring " + checked.file().getFileName(), (name, in) -> {
            if (name.startsWith(Contents.TABLES)) {
                filled.add(fillOne(refill, name, in));
            }
        });
        refill.end(new TreeSet<>(filled));
        for (Contents.Entry entry : checked.found().contents().entries()) {
            if (entry.isTable()) {
                refill.compare(entry.name().substring(Contents.TABLES.length()), entry.rows());
            }
        }
    }

    private static String fillOne(Refill refill, String name, InputStream in) throws IOException, SQLException {
        String table = name.substring(Contents.TABLES.length());
        refill.fill(table, in);
        return table;
    }

    private static void writeFiles(Checked main, Path folder) throws IOException {
        for (Map.Entry<String, byte[]> each : main.texts().entrySet()) {
            if (each.getKey().startsWith(Contents.FILES)) {
                String name = each.getKey().substring(Contents.FILES.length());
                if (!name.matches(Contents.NAME_OF_FILE)) {
                    throw new NotWhole("one of its files has no name that can be used");
                }
                OwnFiles.write(folder.resolve(name), each.getValue());
            }
        }
    }
}
