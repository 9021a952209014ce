package org.safespaces.acceptance.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.safespaces.acceptance.support.Visitor;
import org.safespaces.acceptance.support.World;

class PagesAndRolesIT {
    /** Addresses that answer with no page: a file, and what stands behind secrets. */
    private static final Set<String> NO_PAGES = Set.of("/client/appointment.ics", "/feed/nothing");

    private static final List<String> WHO = List.of("nobody", "client", "therapist", "admin");

    @Test
    void everyPageHasALineInTheTable() throws IOException {
        Path webapp = World.open().root().resolve("src/web/src/main/webapp");
        Set<String> pages = new HashSet<>(NO_PAGES);
        try (Stream<Path> files = Files.walk(webapp)) {
            files.filter(file -> file.toString().endsWith(".xhtml"))
                    .map(file -> "/" + webapp.relativize(file).toString().replace(".xhtml", ""))
                    .filter(page -> !page.startsWith("/WEB-INF/"))
                    .map(page -> "/index".equals(page) ? "/" : page)
                    .forEach(pages::add);
        }
        assertEquals(pages, table().keySet());
    }

    @Test
    void everybodyGetsWhatTheTableSays() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String who : WHO) {
            try (Visitor visitor = signedIn(who)) {
                table().forEach((page, expected) -> {
                    String answer = answer(visitor, page);
                    if (!answer.equals(expected.get(who))) {
                        wrong.add(page + " for " + who + ": " + answer + " instead of " + expected.get(who));
                    }
                });
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void noOtherMethodGetsMoreThanTheTableSays() throws IOException {
        for (String who : List.of("nobody", "client")) {
            try (Visitor visitor = signedIn(who)) {
                for (String page : table().keySet()) {
                    for (String method : List.of("HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")) {
                        APIResponse response = fetch(visitor, page, method);
                        assertTrue(response.status() < 500, method + " " + page + ": " + response.status());
                        boolean closed = "404".equals(table().get(page).get(who));
                        assertFalse(closed && response.status() == 200, method + " " + page + " is open to " + who);
                    }
                }
            }
        }
    }

    @Test
    void anotherSpellingOfAnAddressIsNotFound() {
        try (Visitor visitor = signedIn("therapist")) {
            for (String address : List.of(
                    "/index.xhtml",
                    "/therapist/today.xhtml",
                    "/THERAPIST/today",
                    "/therapist/today/",
                    "/WEB-INF/web.xml",
                    "/WEB-INF/oidc.json",
                    "/help/../WEB-INF/oidc.json",
                    "/therapist/nothing",
                    "/nothing")) {
                assertEquals(404, fetch(visitor, address, "GET").status(), address);
            }
        }
    }

    @Test
    void foreignUnknownAndMisspeltIdsAreNotFound() {
        try (Visitor visitor = signedIn("therapist").unlock("alder")) {
            for (String id : List.of(
                    "00000000-0000-4000-8000-000000000000",
                    "nonsense",
                    "",
                    "%00",
                    "..%2f..%2f",
                    "{00000000-0000-4000-8000-000000000000}",
                    "00000000-0000-4000-8000-00000000000A'--")) {
                for (String page : List.of("/therapist/intake?id=", "/therapist/client?id=", "/therapist/note?case=")) {
                    int status = fetch(visitor, page + id, "GET").status();
                    assertTrue(status == 404 || status == 400, page + id + ": " + status);
                }
            }
        }
    }

    private static Visitor signedIn(String who) {
        Visitor visitor = Visitor.atDesk();
        return switch (who) {
            case "client" -> visitor.signInAt("/client/home", "linen");
            case "therapist" -> visitor.signInAt("/therapist/today", "alder");
            case "admin" -> visitor.signInAt("/admin/people", "birch");
            default -> visitor;
        };
    }

    private static String answer(Visitor visitor, String page) {
        APIResponse response = fetch(visitor, page, "GET");
        String location = response.headers().getOrDefault("location", "");
        return switch (response.status()) {
            case 200 -> "page";
            case 302 -> location.startsWith(visitor.world().stack().settings().identityOrigin())
                    ? "login"
                    : location.contains("/therapist/unlock")
                            ? "unlock"
                            : location.replace(visitor.world().address(), "");
            default -> Integer.toString(response.status());
        };
    }

    private static APIResponse fetch(Visitor visitor, String page, String method) {
        return visitor.page()
                .context()
                .request()
                .fetch(
                        visitor.world().address() + page,
                        RequestOptions.create().setMethod(method).setMaxRedirects(0));
    }

    private static Map<String, Map<String, String>> table() throws IOException {
        Map<String, Map<String, String>> table = new LinkedHashMap<>();
        Path file = World.open().root().resolve("src/acceptance/src/test/resources/pages.csv");
        for (String line : Files.readAllLines(file)) {
            if (!line.startsWith("#") && !line.isBlank()) {
                String[] cells = line.split(",");
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < WHO.size(); i++) {
                    row.put(WHO.get(i), cells[i + 1]);
                }
                table.put(cells[0], row);
            }
        }
        return table;
    }
}
