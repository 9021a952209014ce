package org.safespaces.acceptance.container;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the mail catcher of this stack has caught, as seen from within the server. */
final class Mailbox {
    private static final Pattern SUBJECT = Pattern.compile("Subject: <b>([^<]*)</b>");

    private Mailbox() {}

    /** The subjects of all mail to an address, the newest first. */
    static List<String> to(String address) {
        return Stream.of(page().split("<hr>"))
                .filter(letter -> letter.contains("To: " + address + "<"))
                .map(SUBJECT::matcher)
                .filter(subject -> subject.find())
                .map(subject -> subject.group(1))
                .toList();
    }

    private static String page() {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(Development.secret("mailbox")))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
