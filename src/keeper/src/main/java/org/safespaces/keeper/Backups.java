package org.safespaces.keeper;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.safespaces.vault.BackupHead;
import org.safespaces.vault.BackupKey;

/** The operator's commands for backups. What goes wrong is thrown, with words for her. */
final class Backups {
    static final String USAGE =
            """
            keeper backup key     PUBLIC                   draws the practice's backup key: prints the half that opens, writes the other
            keeper backup make    STORE PUBLIC MAIN KEYS [FILE...]
                                                           writes a file into the folder MAIN, and one of keys into the folder KEYS
            keeper backup check   SHEET BACKUP...          opens files of backups, and compares everything in them
            keeper backup restore STORE SHEET MAINFILE KEYSFILE TOMBSTONES NEW
                                                           into two empty databases; the rest into a new folder
            keeper backup drilled STORE                    writes down that a restored backup was looked at today, and was good
            keeper backup prune   FOLDER --days 35         deletes the backups in a folder that are older

            make, restore and drilled also need SAFESPACES_PRACTICE_DB and SAFESPACES_KEYSTORE_DB.
            """;

    private static final String HEAD =
            """
            # Backup key: the half that opens. Printed on %s. Belongs to %s.
            # Without it no backup can be read again, by anybody. Two copies, two sealed envelopes, two people; no copy on the server.
            # To use it, type the four lines into a text file. Case, spaces and hyphens do not matter; each line checks itself.

            """;

    private static final Pattern PUBLIC = Pattern.compile("(?m)^safespaces-backup-1 ([0-9a-f]{64})$");
    private static final Set<String> TAKEN = Set.of(Making.ENVIRONMENT, Restoring.TOMBSTONES);
    private static final Duration UNFINISHED_FOR = Duration.ofDays(1);

    private final PrintStream out;
    private final Map<String, String> environment;
    private final Supplier<String> password;
    private final Clock clock;

    Backups(PrintStream out, Map<String, String> environment, Supplier<String> password, Clock clock) {
        this.out = out;
        this.environment = environment;
        this.password = password;
        this.clock = clock;
    }

    boolean run(List<String> arguments) throws IOException, GeneralSecurityException, SQLException {
        String command = arguments.isEmpty() ? "" : arguments.get(0);
        int count = arguments.size();
        List<Path> paths = count < 2
                ? List.of()
                : arguments.subList(1, count).stream().map(Path::of).toList();
        if (command.equals("key") && count == 2) {
            key(paths.get(0));
        } else if (command.equals("make") && count >= 5) {
            make(paths);
        } else if (command.equals("check") && count >= 3) {
            check(paths.get(0), paths.subList(1, paths.size()));
        } else if (command.equals("restore") && count == 7) {
            restore(paths);
        } else if (command.equals("drilled") && count == 2) {
            drilled(paths.get(0));
        } else if (command.equals("prune")
                && count == 4
                && arguments.get(2).equals("--days")
                && arguments.get(3).matches("[1-9]\\d{0,3}")) {
            prune(paths.get(0), Integer.parseInt(arguments.get(3)));
        } else {
            return false;
        }
        return true;
    }

    private void key(Path publicFile) throws IOException {
        try (BackupKey key = BackupKey.draw()) {
            byte[] half = key.publicHalf();
            String fingerprint = BackupKey.fingerprint(half);
            OwnFiles.write(
                    publicFile,
                    "# The half that seals. It opens nothing. " + fingerprint + "\nsafespaces-backup-1 "
                            + HexFormat.of().formatHex(half) + "\n");
            out.printf(HEAD, LocalDate.now(clock), fingerprint);
            out.print(key.text());
        }
    }

    private void make(List<Path> paths) throws IOException, GeneralSecurityException, SQLException {
        Path main = folder(paths.get(2));
        Path keys = folder(paths.get(3));
        if (main.startsWith(keys) || keys.startsWith(main)) {
            throw new NotTold("The two folders lie in one another. Keys are kept apart from what they open.");
        }
        List<Path> files = paths.subList(4, paths.size());
        Set<String> names = new HashSet<>(TAKEN);
        for (Path file : files) {
            String name = file.getFileName().toString();
            if (!Files.isRegularFile(file)) {
                throw new NotTold("There is no file " + file + ".");
            }
            if (!name.matches(Contents.NAME_OF_FILE) || !names.add(name)) {
                throw new NotTold("A file of this name cannot be kept in a backup: " + name
                        + ". Letters, digits, dots and hyphens can, each name once; environment and tombstones.txt"
                        + " are written by the restore itself.");
            }
        }
        new Making(out, clock, cluster(paths.get(0)), publicHalf(paths.get(1))).make(main, keys, environment, files);
    }

    private static Path folder(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            throw new NotTold("There is no folder " + path + ".");
        }
        return path.toRealPath();
    }

    private static byte[] publicHalf(Path file) throws IOException {
        Matcher line = PUBLIC.matcher(Files.readString(file));
        if (!line.find()) {
            throw new NotTold(file + " is not the half of a backup key that seals.");
        }
        return HexFormat.of().parseHex(line.group(1));
    }

    private void check(Path sheet, List<Path> files) throws IOException, SQLException {
        try (BackupKey key = BackupKey.read(Files.readString(sheet))) {
            Reading reading = new Reading(out, clock, key);
            for (Path file : files) {
                LogOrder log = new LogOrder();
                Reading.Found found = reading.read(file, file.getFileName().toString(), log);
                out.printf(
                        Locale.UK,
                        "%s is whole: made %s, %d tables, %,d rows%s.%n",
                        file,
                        found.head().made(),
                        found.contents().tables(),
                        found.contents().rows(),
                        log.isThere() ? "; " + log.said() : "");
            }
        }
    }

    private void restore(List<Path> paths) throws IOException, GeneralSecurityException, SQLException {
        try (BackupKey key = BackupKey.read(Files.readString(paths.get(1)))) {
            new Restoring(out, clock, cluster(paths.get(0)), key)
                    .restore(paths.get(2), paths.get(3), paths.get(4), paths.get(5));
        }
    }

    private void drilled(Path store) throws IOException, GeneralSecurityException, SQLException {
        BackupEvents.add(cluster(store), BackupEvents.DRILLED, clock.instant());
        out.println("Written down: a restored backup was good on " + LocalDate.now(clock) + ".");
    }

    private Cluster cluster(Path store) throws IOException, GeneralSecurityException {
        return new Cluster(
                told("SAFESPACES_PRACTICE_DB"), told("SAFESPACES_KEYSTORE_DB"), Store.open(store, password.get()));
    }

    private String told(String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new NotTold("The environment has no " + name + "."));
    }

    /** Files that are not ours stay, whatever their age. What a crash left unfinished goes as well: it can never be opened. */
    private void prune(Path folder, int days) throws IOException {
        Instant oldest = clock.instant().minus(Duration.ofDays(days));
        int gone = 0;
        int kept = 0;
        List<Path> files;
        try (Stream<Path> all = Files.list(folder(folder))) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            Optional<BackupHead> head = BackupFile.head(file);
            if (head.isEmpty()) {
                continue;
            }
            boolean unfinished = file.toString().endsWith(BackupFile.UNFINISHED);
            Instant limit = unfinished ? clock.instant().minus(UNFINISHED_FOR) : oldest;
            if (head.get().made().isBefore(limit)) {
                Files.delete(file);
                out.println("Deleted " + file);
                gone++;
            } else if (!unfinished) {
                kept++;
            }
        }
        out.println(gone + " deleted, " + kept + " kept.");
        if (kept == 0) {
            out.println("There is no backup in this folder now. Make one.");
        }
    }
}
