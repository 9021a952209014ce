package org.safespaces.acceptance.container;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** What was drawn for this stack: phrases of people who exist in development only. */
final class Development {
    private Development() {}

    static String secret(String name) throws IOException {
        Properties drawn = new Properties();
        Path file = Path.of(System.getenv("SAFESPACES_SECRETS_FILE")).resolveSibling("development.properties");
        try (Reader reader = Files.newBufferedReader(file)) {
            drawn.load(reader);
        }
        return drawn.getProperty(name);
    }
}
