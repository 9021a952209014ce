package org.safespaces.witness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file of public keys, a line each. */
final class Keys {
    private Keys() {}

    static List<PublicName> from(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(PublicName::parse)
                .toList();
    }
}
