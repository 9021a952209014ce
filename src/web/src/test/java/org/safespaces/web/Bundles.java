package org.safespaces.web;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** All words, by the name a page calls their bundle. */
final class Bundles {
    private static final Path FOLDER =
            Path.of(System.getProperty("basedir", "."), "src/main/resources/org/safespaces/web");
    private static final Pattern DECLARED =
            Pattern.compile("<base-name>org\\.safespaces\\.web\\.(\\w+)</base-name><var>(\\w+)</var>");

    private Bundles() {}

    /** Name on a page, to name of the file. */
    static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        for (MatchResult found : DECLARED.matcher(Markup.text(Markup.WEBAPP.resolve("WEB-INF/faces-config.xml")))
                .results()
                .toList()) {
            files.put(found.group(2), found.group(1));
        }
        return files;
    }

    static Properties named(String onPages) {
        return read(files().get(onPages));
    }

    static Properties read(String file) {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(path(file))) {
            words.load(reader);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
        return words;
    }

    static Path path(String file) {
        return FOLDER.resolve(file + ".properties");
    }
}
