package org.safespaces.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How much was tried, written down beside the build's other reports: {@code target/evidence/vault.txt}. */
final class Evidence {
    private static final Path FILE = Path.of("target", "evidence", "vault.txt");
    private static final Map<String, String> LINES = new TreeMap<>();

    private Evidence() {}

    /** One line for one test; the last word about it counts. */
    static void record(String test, String found) {
        LINES.put(test, found);
        String report = LINES.entrySet().stream()
                .map(line -> line.getKey() + ": " + line.getValue() + "\n")
                .collect(Collectors.joining());
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, report);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
