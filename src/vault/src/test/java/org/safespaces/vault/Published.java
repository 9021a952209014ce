package org.safespaces.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One published vector: names and what stands under them.
 *
 * @param fields as text; bytes are written in hexadecimal
 */
record Published(Map<String, String> fields) {
    /** All of a file below {@code published/}. */
    static List<Published> all(String file) {
        try (InputStream in = Published.class.getResourceAsStream("/published/" + file)) {
            String all = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            return Arrays.stream(all.split("\n\n")).map(Published::of).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Published of(String paragraph) {
        return new Published(paragraph
                .lines()
                .map(line -> line.split(" =", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1].strip())));
    }

    String id() {
        return fields.get("id");
    }

    byte[] bytes(String name) {
        return Hex.bytes(fields.get(name));
    }

    boolean isValid() {
        return "valid".equals(fields.get("result"));
    }
}
