package org.safespaces.acceptance.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.safespaces.acceptance.support.Colleagues;
import org.safespaces.acceptance.support.Keyring;
import org.safespaces.acceptance.support.Newcomer;
import org.safespaces.acceptance.support.SoonAppointment;
import org.safespaces.acceptance.support.VaultPages;
import org.safespaces.acceptance.support.Visitor;
import org.safespaces.acceptance.support.World;

/**
 * What belongs to one client, asked for by everybody: herself, another client, her therapist with an open and with a locked vault, another
 * therapist, an admin, nobody; then by a colleague who covers and one whose cover is over, by a therapist who was hers, by one whom nobody
 * vouches for, and by somebody who is suspended while she is signed in. Source: assurance.md 3. The table is {@code objects.csv}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WhoOpensWhatIT {
    private static final List<String> WHO =
            List.of("nobody", "linen", "slate", "rowan", "rowan locked", "alder unlocked", "birch");

    private static final String COVERS = "alder covers";
    private static final String STRANGER = "alder unlocked";

    /** Stands in everything that is written for this test, and in nothing else. */
    private static final String CANARY = "harbour-kestrel-" + UUID.randomUUID();

    private static final List<String> METHODS = List.of("HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

    /** What belongs to no case, or only for a while: its own tests say who is refused. */
    private static final Set<String> ELSEWHERE = Set.of(
            "/client/form",
            "/therapist/intake",
            "/therapist/decide",
            "/therapist/offer",
            "/therapist/certificate",
            "/admin/certificate");

    private static final Map<String, String> KNOWN = new HashMap<>();
    private static final Map<String, Visitor> VISITORS = new LinkedHashMap<>();
    private static SoonAppointment session;
    private static Keyring rows;

    @BeforeAll
    static void writeSomethingOfEachKind() {
        World world = World.open();
        rows = Keyring.of(world);
        session = SoonAppointment.ofLinen(
                world, Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(120)));
        KNOWN.put("appointment", session.id().toString());
        KNOWN.put("case", session.caseId().toString());
        for (String who : WHO) {
            VISITORS.put(who, signedIn(who));
        }
        Visitor rowan = VISITORS.get("rowan");
        notes(rowan);
        reportAndLog(rowan);
        letter(rowan);
        task();
        copy();
        VISITORS.get("birch").goTo("/admin/people");
        KNOWN.put(
                "person",
                id(VISITORS.get("birch")
                        .page()
                        .locator("a[href*='/admin/person?id=']")
                        .first()
                        .getAttribute("href")));
    }

    @AfterAll
    static void leave() {
        session.close();
        VISITORS.values().forEach(Visitor::close);
        if (KNOWN.containsKey("task")) {
            rows.change("DELETE FROM follow_up WHERE id = ?", UUID.fromString(KNOWN.get("task")));
        }
        if (KNOWN.containsKey("copy")) {
            rows.change("DELETE FROM copy_request WHERE id = ?", UUID.fromString(KNOWN.get("copy")));
        }
        rows.close();
    }

    @Test
    @Order(1)
    void everyPageThatNeedsAnIdHasALine() throws IOException {
        Set<String> needing = lines("pages.csv")
                .map(line -> line.split(","))
                .filter(cells -> Stream.of(cells).skip(1).allMatch(cell -> Set.of("login", "404")
                        .contains(cell)))
                .map(cells -> cells[0])
                .filter(page -> !page.startsWith("/feed/"))
                .collect(Collectors.toSet());
        Set<String> here = table().keySet().stream()
                .map(address -> address.replaceAll("\\?.*", ""))
                .collect(Collectors.toSet());
        needing.removeAll(here);
        needing.removeAll(ELSEWHERE);
        assertEquals(Set.of(), needing);
    }

    @Test
    @Order(2)
    void everybodyGetsWhatTheTableSaysAndARefusalHoldsNothingOfHers() throws IOException {
        List<String> wrong = new ArrayList<>();
        table().forEach((address, expected) -> WHO.forEach(who -> {
            APIResponse response = fetch(who, address, "GET");
            String answer = answer(response);
            if (!answer.equals(expected.get(who))) {
                wrong.add(address + " for " + who + ": " + answer + " instead of " + expected.get(who));
            }
            boolean hers = Set.of("linen", "rowan").contains(who);
            boolean mayName = "rowan locked".equals(who);
            if (!hers && (mayName ? response.text().contains(CANARY) : tells(response))) {
                wrong.add(address + " tells " + who);
            }
            response.dispose();
        }));
        assertEquals(List.of(), wrong);
    }

    /** Else the test before this one looks for words that are nowhere. */
    @Test
    @Order(3)
    void herTherapistReadsTheWordsThatNobodyElseFinds() {
        for (String object : List.of("note", "report", "line", "letter")) {
            String address = Map.of(
                            "note", "/therapist/note?case={case}&id={note}",
                            "report", "/therapist/report?case={case}&id={report}",
                            "line", "/therapist/evidence-entry?case={case}&id={line}",
                            "letter", "/therapist/document?case={case}&id={letter}")
                    .get(object);
            assertTrue(tells(fetch("rowan", address, "GET")), object);
        }
    }

    @Test
    @Order(4)
    void noOtherMethodAndNoForgedPostGetsMore() throws IOException {
        List<String> wrong = new ArrayList<>();
        Set<String> addresses = table().keySet();
        long before = events();
        for (String who : List.of("nobody", "slate", "alder unlocked", "birch")) {
            for (String address : addresses) {
                for (String method : METHODS) {
                    APIResponse response = fetch(who, address, method);
                    if (response.status() >= 500 || tells(response)) {
                        wrong.add(method + " " + address + " for " + who + ": " + response.status());
                    }
                    if (response.status() == 200
                            && !"page".equals(table().get(address).get(who))
                            && !"OPTIONS".equals(method)) {
                        wrong.add(method + " " + address + " is open to " + who);
                    }
                    response.dispose();
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertFalse(events() < before, "nothing of hers was taken away");
    }

    @Test
    @Order(5)
    void whoeverCoversSeesWhatSheNeedsAndNothingAfterTheLastDay() throws IOException {
        Visitor rowan = VISITORS.get("rowan");
        String today = LocalDate.now(ZoneId.of("Europe/London")).toString();
        rowan.goTo(handOver());
        rowan.page().locator("#covers label:has-text(\"Grey Alder\")").click();
        rowan.page().fill("#first", today);
        rowan.page().fill("#last", today);
        rowan.press("Arrange cover");
        rowan.waitForWords("Cover is arranged");
        assertEquals(List.of(), wrong(COVERS, STRANGER));

        // the clock of the servers cannot be moved: the server's own record of the cover is
        rows.change(
                "UPDATE cover SET begins = begins - interval '2 days', ends = now() - interval '1 second'"
                        + " WHERE case_id = ? AND ended_on IS NULL",
                UUID.fromString(KNOWN.get("case")));
        assertEquals(List.of(), wrong(STRANGER, STRANGER));
    }

    @Test
    @Order(6)
    void aTherapistWhoWasHersIsAStrangerAndWhoeverTookOverIsHerTherapist() throws IOException {
        Visitor rowan = VISITORS.get("rowan");
        Visitor alder = VISITORS.get(STRANGER);
        handOver(rowan, alder, "Grey Alder");
        List<String> wrong = wrong(STRANGER, "rowan");
        // the session they had agreed on stays in her diary until it is moved or given back
        wrong.removeIf(each -> each.startsWith("/therapist/appointment?"));
        assertEquals(List.of(), wrong);
        assertTrue(tells(fetch(STRANGER, "/therapist/note?case={case}&id={note}", "GET")));

        handOver(alder, rowan, "Tall Rowan");
        assertEquals(List.of(), wrong(STRANGER, STRANGER));
        assertTrue(tells(fetch("rowan", "/therapist/note?case={case}&id={note}", "GET")));
    }

    @Test
    @Order(7)
    void whomNobodyVouchesForIsAStrangerAndASuspendedOneIsNotLetInAtAll() throws IOException {
        Newcomer.comes();
        try (Visitor aspen = Visitor.atDesk().signInAt("/therapist/today", Newcomer.ACCOUNT)) {
            VISITORS.put("aspen", aspen);
            VaultPages.unlock(aspen, VaultPages.make(aspen).words());
            assertEquals(List.of(), wrong(STRANGER, "aspen"));

            Colleagues.change(VISITORS.get("birch"), "Aspen", "Suspend");
            VISITORS.get("birch").waitForWords("They are suspended.");
            List<String> wrong = new ArrayList<>();
            for (String address : table().keySet()) {
                APIResponse response = fetch("aspen", address, "GET");
                if (!Set.of("login", "/").contains(answer(response)) || tells(response)) {
                    wrong.add(address + " for aspen: " + answer(response));
                }
                response.dispose();
            }
            assertEquals(List.of(), wrong);
        } finally {
            VISITORS.remove("aspen");
            Colleagues.change(VISITORS.get("birch"), "Aspen", "Bring back");
            Newcomer.leaves();
        }
    }

    private static String handOver() {
        return "/therapist/hand-over?case=" + KNOWN.get("case");
    }

    private static void handOver(Visitor from, Visitor to, String colleague) {
        from.goTo(handOver());
        if (from.page().locator("button:has-text(\"Change the lock\")").count() > 0) {
            from.press("Change the lock");
            from.waitForWords("The lock has been changed");
        }
        from.page().locator("#takes label:has-text(\"" + colleague + "\")").click();
        from.press("Offer the hand-over");
        from.waitForWords("The hand-over is offered");
        to.goTo("/therapist/today");
        to.page().locator("li.row:has-text(\"Linen Moth\") a[href*='/offer?']").click();
        to.page().waitForURL("**/therapist/offer?**");
        to.press("Accept this client");
        to.page().waitForURL("**/therapist/client?**");
    }

    /** What is answered to somebody otherwise than the column says. */
    private static List<String> wrong(String column, String visitor) throws IOException {
        List<String> wrong = new ArrayList<>();
        table().forEach((address, expected) -> {
            APIResponse response = fetch(visitor, address, "GET");
            if (!answer(response).equals(expected.get(column))) {
                wrong.add(
                        address + " for " + visitor + ": " + answer(response) + " instead of " + expected.get(column));
            }
            if (!"page".equals(expected.get(column)) && tells(response)) {
                wrong.add(address + " tells " + visitor);
            }
            response.dispose();
        });
        return wrong;
    }

    private static long events() {
        return Long.parseLong(
                rows.one("SELECT count(*) FROM case_item WHERE case_id = ?", UUID.fromString(KNOWN.get("case"))));
    }

    /** What was written, and her name: that is operational, and her therapist sees it with a locked vault too. */
    private static boolean tells(APIResponse response) {
        String all = response.text() + response.headers();
        return all.contains(CANARY) || all.contains("Linen Moth");
    }

    private static Visitor signedIn(String who) {
        Visitor visitor = Visitor.atDesk();
        return switch (who) {
            case "linen", "slate" -> visitor.signInAt("/client/home", who);
            case "rowan" -> visitor.signInAt("/therapist/today", "rowan").unlock("rowan");
            case "rowan locked" -> visitor.signInAt("/therapist/today", "rowan");
            case "alder unlocked" -> visitor.signInAt("/therapist/today", "alder")
                    .unlock("alder");
            case "birch" -> visitor.signInAt("/admin/people", "birch");
            default -> visitor;
        };
    }

    private static void notes(Visitor rowan) {
        rowan.goTo("/therapist/note?case=" + KNOWN.get("case"));
        rowan.page().fill("#note\\:said", CANARY);
        rowan.press("Sign and lock");
        rowan.page().waitForURL("**/therapist/note?**id=**");
        KNOWN.put("note", id(rowan.page().url()));
        rowan.goTo("/therapist/note?kind=process&case=" + KNOWN.get("case"));
        rowan.page().fill("#note\\:said", CANARY);
        rowan.press("Sign and lock");
        rowan.page().waitForURL("**/therapist/note?**id=**");
        KNOWN.put("process", id(rowan.page().url()));
    }

    private static void reportAndLog(Visitor rowan) {
        rowan.goTo("/therapist/report?case=" + KNOWN.get("case"));
        rowan.page().fill("#where", CANARY);
        rowan.page().fill("#reference", CANARY);
        rowan.press("Seal and keep");
        rowan.page().waitForURL("**/therapist/reports?**");
        KNOWN.put(
                "report",
                id(rowan.page()
                        .locator("tbody tr:has-text('" + CANARY + "') a[href*='/report?']")
                        .first()
                        .getAttribute("href")));
        rowan.goTo("/therapist/evidence-entry?case=" + KNOWN.get("case"));
        rowan.page().fill("#what", CANARY);
        rowan.page().check("#image-NONE");
        rowan.press("Seal and keep");
        rowan.page().waitForURL("**/therapist/evidence?**");
        rowan.waitForWords(CANARY);
        KNOWN.put(
                "line",
                id(rowan.page()
                        .locator("a[href*='/evidence-entry?'][href*='&id=']")
                        .last()
                        .getAttribute("href")));
    }

    private static void letter(Visitor rowan) {
        rowan.goTo("/therapist/document?case=" + KNOWN.get("case"));
        rowan.page().fill("#said", CANARY);
        rowan.press("Keep as draft");
        rowan.waitForWords("The draft is kept");
        KNOWN.put("letter", id(rowan.page().url()));
    }

    /** The only one of her case: there is one open at a time, and another class may have left one. */
    private static void task() {
        UUID task = UUID.randomUUID();
        rows.change(
                "UPDATE follow_up SET state = 'CLOSED', escalates_at = NULL, escalates_again_at = NULL"
                        + " WHERE subject = 'CASE' AND subject_id = ? AND state <> 'CLOSED'",
                UUID.fromString(KNOWN.get("case")));
        rows.change(
                "INSERT INTO follow_up (id, subject, subject_id, owner_id, state, since, raised_at, escalates_at, act_by)"
                        + " VALUES (?, 'CASE', ?, ?, 'RAISED', now(), now(), now() + interval '9 h', now() + interval '9 h')",
                task,
                UUID.fromString(KNOWN.get("case")),
                rows.person("Tall Rowan"));
        KNOWN.put("task", task.toString());
    }

    /** A copy of the record that was asked for, and has an end already, so that it meets no other. */
    private static void copy() {
        UUID copy = UUID.randomUUID();
        rows.change(
                "INSERT INTO copy_request (id, case_id, came_on, by_client, due_on, outcome, ended_on)"
                        + " VALUES (?, ?, current_date, false, current_date + 30, 'RELEASED', current_date)",
                copy,
                UUID.fromString(KNOWN.get("case")));
        KNOWN.put("copy", copy.toString());
    }

    private static String id(String address) {
        return address.replaceAll(".*[?&]id=([0-9a-f-]+).*", "$1");
    }

    private static String answer(APIResponse response) {
        String location = response.headers().getOrDefault("location", "");
        World world = World.open();
        return switch (response.status()) {
            case 200 -> "page";
            case 302, 303 -> location.startsWith(world.stack().settings().identityOrigin())
                    ? "login"
                    : location.contains("/therapist/unlock")
                            ? "unlock"
                            : location.replace(world.address(), "").replaceAll("\\?.*", "");
            default -> Integer.toString(response.status());
        };
    }

    private static APIResponse fetch(String who, String address, String method) {
        String exact = address;
        for (Map.Entry<String, String> each : KNOWN.entrySet()) {
            exact = exact.replace("{" + each.getKey() + "}", each.getValue());
        }
        RequestOptions options = RequestOptions.create().setMethod(method).setMaxRedirects(0);
        if ("POST".equals(method)) {
            options.setForm(
                    FormData.create().set("do", "keep").set("said", "forged").set("note:said", "forged"));
        }
        return VISITORS.get(who).page().context().request().fetch(World.open().address() + exact, options);
    }

    private static Stream<String> lines(String file) throws IOException {
        Path path =
                World.open().root().resolve("src/acceptance/src/test/resources").resolve(file);
        return Files.readAllLines(path).stream().filter(line -> line.startsWith("/"));
    }

    private static Map<String, Map<String, String>> table() throws IOException {
        Map<String, Map<String, String>> table = new LinkedHashMap<>();
        lines("objects.csv").map(line -> line.split(",")).forEach(cells -> {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < WHO.size(); i++) {
                row.put(WHO.get(i), cells[i + 1]);
            }
            row.put(COVERS, cells[WHO.size() + 1]);
            table.put(cells[0], row);
        });
        return table;
    }
}
