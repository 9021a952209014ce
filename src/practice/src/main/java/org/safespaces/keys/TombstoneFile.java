package org.safespaces.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tombstones outside of both databases, one a line, only ever added to: to be copied elsewhere, and put back before the
 * first start after a restore. Where it lies the environment says; said nothing, there is none.
 */
@ApplicationScoped
class TombstoneFile {
    private static final Pattern TOMBSTONE = Pattern.compile("[0-9a-f]{64}");

    boolean isKept() {
        return path().isPresent();
    }

    /** What stands in it; lines that are no tombstones are passed over. */
    synchronized Set<String> read() {
        return path().filter(Files::exists).map(TombstoneFile::lines).orElse(Set.of());
    }

    /** Adds what is not in it yet, and returns once that is on the disk. */
    synchronized void add(Set<String> tombstones) {
        path().ifPresent(file -> {
            Set<String> missing = new TreeSet<>(tombstones);
            missing.removeAll(read());
            if (!missing.isEmpty()) {
                append(file, missing);
            }
        });
    }

    private static void append(Path file, Set<String> tombstones) {
        // begins on a line of its own even after a line that a crash cut short
        String text = "\n" + String.join("\n", tombstones) + "\n";
        try {
            Files.writeString(
                    file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Set<String> lines(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.stream()
                    .map(String::strip)
                    .filter(line -> TOMBSTONE.matcher(line).matches())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Optional<Path> path() {
        return Optional.ofNullable(System.getenv("SAFESPACES_TOMBSTONES_FILE"))
                .filter(name -> !name.isBlank())
                .map(Path::of);
    }
}
