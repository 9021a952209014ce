package org.safespaces.web.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.safespaces.signposting.SupportDirectory;

/** P2: help for when the server itself is gone. */
class StaticHelpTest {
    private final String page = new StaticHelp().page();

    @Test
    void theNumbersAreThoseOfTheDirectoryToBeReadAndToBeTapped() {
        SupportDirectory directory = new SupportDirectory();
        for (String place : List.of("E999", "N111", "SAM", "PAPYRUS", "CHILDLINE", "RPH")) {
            var phone = directory.find(place).phone();
            assertTrue(page.contains("<a href=\"tel:" + phone.digits() + "\">" + phone.value() + "</a>"), place);
        }
        assertTrue(page.contains("sms:85258"));
    }

    @Test
    void itNeedsNobodyRunsNothingAndTellsNobody() throws Exception {
        assertFalse(Pattern.compile("<(script|link|img|form|iframe)|src=|url\\(")
                .matcher(page)
                .find());
        List<String> addresses = Pattern.compile("https?://[^\"]+")
                .matcher(page)
                .results()
                .map(found -> found.group())
                .toList();
        assertEquals(List.of("https://www.bbc.co.uk/weather"), addresses, "the way out only");
        assertTrue(page.contains("<title>Help now</title>"));
        assertTrue(page.length() < 8_000, "one small file: " + page.length());
        String style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        assertTrue(
                page.contains("style-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'"),
                "its policy lets its style through");
    }

    @Test
    void theBuildHasWrittenIt() throws IOException {
        Path written = Path.of(System.getProperty("basedir", "."), "target/static/help-now.html");
        assertEquals(page, Files.readString(written));
    }
}
