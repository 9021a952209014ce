package org.safespaces.web.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safespaces.signposting.SupportDirectory;
import org.safespaces.signposting.SupportOrganisation;

/**
 * "Help now" as one file that needs nobody, for the proxy in front to show when the server itself does not answer. Written by
 * each build from the same words and the same reviewed numbers as the page. Its way out leads straight away, since there is no
 * server to end a session.
 */
public final class StaticHelp {
    private static final String AWAY = "https://www.bbc.co.uk/weather";
    private static final List<String> PLACES =
            List.of("E999", "N111", "SAM", "SHOUT", "PAPYRUS", "CHILDLINE", "RPH", "POL101");
    private static final String STYLE =
            """
            :root{color-scheme:light dark}
            body{max-width:42rem;margin:0 auto;padding:1rem;font:1.125rem/1.5 system-ui,"Segoe UI",Roboto,Arial,sans-serif}
            a{color:inherit}
            .leave{position:sticky;top:.5rem;float:right;padding:.75rem 1rem;border:2px solid;border-radius:.5rem;background:Canvas;font-weight:600}
            h1{clear:both;font-size:1.9rem;line-height:1.2}
            dt{margin-top:1.25rem}
            dd{margin:0}
            dd a{display:inline-block;min-height:2.75rem;font-size:1.6rem;font-weight:650;line-height:2.75rem}
            """;

    private final ResourceBundle words = ResourceBundle.getBundle("org.safespaces.web.words", Locale.UK);
    private final SupportDirectory directory = SupportDirectory.outsideOfAServer();

    /** Writes the file that is named. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, new StaticHelp().page());
    }

    String page() {
        return """
                <!DOCTYPE html>
                <html lang="en-GB">
                <head>
                <meta charset="UTF-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="referrer" content="no-referrer">
                <meta name="format-detection" content="telephone=no">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-%s'">
                <title>%s</title>
                <style>%s</style>
                </head>
                <body>
                <main>
                <p><a class="leave" href="%s" rel="noreferrer">%s</a></p>
                <h1>%s</h1>
                <p>%s</p>
                <dl>
                %s</dl>
                <p>%s</p>
                <p>%s</p>
                </main>
                </body>
                </html>
                """
                .formatted(
                        hash(STYLE),
                        word("now.title"),
                        STYLE,
                        AWAY,
                        word("leave.word"),
                        word("now.heading"),
                        word("now.static"),
                        PLACES.stream().map(directory::find).map(this::line).collect(Collectors.joining()),
                        word("now.nobody"),
                        word("now.abroad"));
    }

    private String line(SupportOrganisation place) {
        String link = place.phone() != null
                ? "<a href=\"tel:%s\">%s</a>"
                        .formatted(place.phone().digits(), escaped(place.phone().value()))
                : "<a href=\"sms:%s\">%s %s</a>"
                        .formatted(
                                place.text().digits(),
                                word("call.text"),
                                escaped(place.text().value()));
        String who = Stream.of(
                        place.audience().words(),
                        place.hours() == null ? "" : place.hours().value())
                .filter(words -> !words.isEmpty())
                .map(words -> words.endsWith(".") ? words : words + ".")
                .collect(Collectors.joining(" "));
        return "<dt><b>%s</b><br>%s %s</dt><dd>%s</dd>\n"
                .formatted(escaped(place.name()), escaped(place.what()), escaped(who), link);
    }

    private String word(String key) {
        return escaped(words.getString(key));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static String hash(String style) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException everyRuntimeHasIt) {
            throw new IllegalStateException(everyRuntimeHasIt);
        }
    }
}
