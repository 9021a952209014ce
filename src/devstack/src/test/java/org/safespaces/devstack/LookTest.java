package org.safespaces.devstack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The identity server's pages look like ours, and say as little. */
class LookTest {
    private static final Path ROOT = Path.of(System.getProperty("basedir", "."), "../..");
    private static final Path THEME = ROOT.resolve("config/keycloak/themes/calm");
    private static final Path OURS = ROOT.resolve("src/web/src/main/webapp/WEB-INF/resources");

    @Test
    void coloursAndTypeAreThoseOfTheApplication() throws IOException {
        assertSame("login/resources/css/tokens.css", "css/tokens.css");
        assertSame("login/resources/fonts/atkinson-next.woff2", "fonts/atkinson-next.woff2");
    }

    @Test
    void noColourStandsInItsOwnStyleSheet() throws IOException {
        String css = Files.readString(THEME.resolve("login/resources/css/calm.css"));
        assertFalse(css.matches("(?s).*#[0-9a-fA-F]{6}\\b.*"));
    }

    @Test
    void noWordSaysWhatThePracticeHelpsWith() throws IOException {
        for (String file : List.of("login/messages/messages_en.properties", "email/messages/messages_en.properties")) {
            String words = Files.readString(THEME.resolve(file)).toLowerCase(Locale.UK);
            for (String telling : List.of("therap", "safe space", "blackmail", "abuse", "client", "keycloak")) {
                assertFalse(words.contains(telling), file + " says " + telling);
            }
        }
    }

    private static void assertSame(String theirs, String ours) throws IOException {
        assertArrayEquals(Files.readAllBytes(OURS.resolve(ours)), Files.readAllBytes(THEME.resolve(theirs)), theirs);
    }
}
