package org.safespaces.reader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

/** The frozen vectors, as the rows of a database would give them. */
final class Frozen {
    private static final Properties ROWS = rows();

    private Frozen() {}

    static String text(String name) {
        return ROWS.getProperty(name);
    }

    static byte[] bytes(String name) {
        return Base64.getDecoder().decode(text(name));
    }

    static UUID id(String name) {
        return UUID.fromString(text(name));
    }

    static List<String> words() throws IOException {
        try (InputStream in = Frozen.class.getResourceAsStream("/org/safespaces/vault/words.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        }
    }

    private static Properties rows() {
        try (InputStream in = Frozen.class.getResourceAsStream("/org/safespaces/vault/frozen.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
