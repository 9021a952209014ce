package org.safespaces.acceptance.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safespaces.acceptance.support.Colleagues;
import org.safespaces.acceptance.support.Enquiry;
import org.safespaces.acceptance.support.Inbox;
import org.safespaces.acceptance.support.Visitor;
import org.safespaces.acceptance.support.World;

class AccessibilityIT {
    private static final List<String> TAGS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    @Test
    void publicPagesHaveNoFinding() throws IOException {
        List<String> findings = new ArrayList<>();
        try (Visitor visitor = Visitor.onPhone()) {
            for (String page : openPages()) {
                visitor.goTo(page);
                findings.addAll(findings(visitor, page));
            }
            Enquiry enquiry = Enquiry.begunBy(visitor);
            findings.addAll(findings(visitor, "first question"));
            enquiry.goOn();
            findings.addAll(findings(visitor, "first question, with an error"));
            for (String page :
                    List.of("safe", "crisis", "happening", "places", "limits", "save", "s12", "s17", "sc13")) {
                enquiry.upTo(page, Enquiry.adult("money", "T3", "crisis", "S12", "money"));
                findings.addAll(findings(visitor, page));
            }
            enquiry.press("seen");
            findings.addAll(findings(visitor, "with others who can see the device"));
            enquiry.upTo("check", Enquiry.adult("money"));
            findings.addAll(findings(visitor, "check, hidden"));
            enquiry.press("seen");
            findings.addAll(findings(visitor, "check"));
            enquiry.send();
            findings.addAll(findings(visitor, "sent"));
        }
        assertEquals(List.of(), findings);
    }

    @Test
    void pagesBehindSignInHaveNoFinding() {
        List<String> findings = new ArrayList<>();
        try (Visitor somebody = Visitor.onPhone()) {
            Enquiry.begunBy(somebody)
                    .upTo("check", Enquiry.adult("money", "T3", "thoughts"))
                    .send();
        }
        try (Visitor rowan = Visitor.atDesk().signInAt("/therapist/unlock", "rowan")) {
            findings.addAll(findings(rowan, "unlock"));
            rowan.unlock("rowan");
            for (String page : List.of(
                    "/therapist/today",
                    "/therapist/intakes",
                    "/therapist/clients",
                    "/therapist/go",
                    "/therapist/diary",
                    "/therapist/readers",
                    "/therapist/availability",
                    "/therapist/calendar",
                    "/therapist/search")) {
                rowan.goTo(page);
                findings.addAll(findings(rowan, page));
            }
            rowan.goTo("/therapist/today");
            rowan.page().locator("#read-today a[href*='/intake?']").last().click();
            rowan.page().waitForLoadState();
            rowan.page().locator("a[href*='follow-up?id=']").first().click();
            rowan.page().waitForLoadState();
            findings.addAll(findings(rowan, "asks to be read today"));
            String task = rowan.page().url().substring(rowan.world().address().length());
            if (rowan.text().contains("Acknowledging says")) {
                rowan.press("Acknowledge");
            } else {
                rowan.press("Take it over");
            }
            rowan.press("Seal and record");
            rowan.page().waitForSelector("#steps-error");
            findings.addAll(findings(rowan, "what was done, with errors"));
            rowan.goTo(task);
            rowan.page().locator(".back a").click();
            rowan.page().waitForLoadState();
            rowan.follow("Someone may be at risk");
            rowan.press("Seal and open");
            rowan.page().waitForSelector("#reason-error");
            findings.addAll(findings(rowan, "opened by a reader, with errors"));
            rowan.goTo("/therapist/clients");
            rowan.page().locator("tbody tr a").first().click();
            rowan.page().waitForLoadState();
            findings.addAll(findings(rowan, "client"));
            rowan.follow("Removal and reports");
            findings.addAll(findings(rowan, "reports"));
            rowan.follow("Add a report");
            rowan.page().fill("#next", "2020-01-01");
            rowan.page().fill("#where", "http://somewhere");
            rowan.press("Seal and keep");
            rowan.page().waitForSelector("#where-error");
            findings.addAll(findings(rowan, "report, with errors"));
            rowan.follow("Log");
            findings.addAll(findings(rowan, "log"));
            rowan.follow("Add a line");
            rowan.press("Seal and keep");
            rowan.page().waitForSelector("#what-error");
            findings.addAll(findings(rowan, "line of the log, with errors"));
            rowan.follow("Overview");
            rowan.follow("Hand over or arrange cover");
            findings.addAll(findings(rowan, "hand over"));
            rowan.press("Arrange cover");
            findings.addAll(findings(rowan, "hand over, with errors"));
            rowan.page().goBack();
            rowan.goTo("/therapist/clients");
            rowan.page().locator("tbody tr a").first().click();
            rowan.page().waitForLoadState();
            rowan.follow("New note");
            findings.addAll(findings(rowan, "note"));
            rowan.page().fill("#note\\:said", "typed");
            rowan.page()
                    .evaluate("() => { const soon = document.getElementById('cover-soon');"
                            + " soon.textContent = soon.dataset.words; }");
            findings.addAll(findings(rowan, "note, soon covered"));
            rowan.press("Lock now");
            rowan.page().waitForSelector("#cover[open]");
            findings.addAll(findings(rowan, "note, covered"));
        }
        try (Visitor linen = Visitor.atDesk().signInAt("/client/home", "linen")) {
            for (String page :
                    List.of("/client/home", "/client/book", "/client/appointments", "/client/record", "/client/join")) {
                linen.goTo(page);
                findings.addAll(findings(linen, page));
            }
        }
        try (Visitor birch = Visitor.atDesk().signInAt("/admin/people", "birch")) {
            for (String page : List.of(
                    "/admin/people",
                    "/admin/invite",
                    "/admin/access",
                    "/admin/audit",
                    "/admin/settings",
                    "/admin/settings?name=minimumAge",
                    "/admin/texts",
                    "/admin/texts?text=WELCOME",
                    "/admin/signposts",
                    "/admin/system")) {
                birch.goTo(page);
                findings.addAll(findings(birch, page));
            }
            Colleagues.look(birch, "Alder");
            birch.follow("Suspend");
            findings.addAll(findings(birch, "/admin/person"));
        }
        assertEquals(List.of(), findings);
    }

    @Test
    void pagesOfACaseHaveNoFinding() {
        List<String> findings = new ArrayList<>();
        try (Visitor alder =
                Visitor.atDesk().signInAt("/therapist/unlock", "alder").unlock("alder")) {
            String of = "=" + aCaseOf(alder);
            for (String page : List.of(
                    "notes?case" + of,
                    "note?template=soap&case" + of,
                    "note?kind=process&case" + of,
                    "note-templates",
                    "formulation?case" + of,
                    "measures?id" + of,
                    "fill-in?measure=PHQ9&case" + of,
                    "messages?id" + of,
                    "plan?id" + of,
                    "plan?edit=1&id" + of,
                    "agreed?id" + of,
                    "ending?id" + of,
                    "report?case" + of,
                    "evidence?id" + of,
                    "rights?case" + of,
                    "copy?case" + of,
                    "corrections?case" + of,
                    "outside?case" + of,
                    "outside-request?case" + of,
                    "retention",
                    "second-look")) {
                assertEquals(200, alder.goTo("/therapist/" + page).status(), page);
                findings.addAll(findings(alder, page.replaceAll("=[0-9a-f-]{36}", "")));
            }
            alder.goTo("/therapist/notes?case" + of);
            alder.page().locator("li.row:has-text(\"Case note\") a").first().click();
            alder.page().waitForURL("**/therapist/note?**id=**");
            findings.addAll(findings(alder, "note that is read"));
        }
        assertEquals(List.of(), findings);
    }

    private static String aCaseOf(Visitor therapist) {
        therapist.goTo("/therapist/clients");
        therapist.page().locator("tbody tr a").first().click();
        therapist.page().waitForURL("**/therapist/client?**");
        return therapist.page().url().replaceAll(".*[?&]id=([0-9a-f-]+).*", "$1");
    }

    @Test
    void messagesWithACodeAndAtTheDeskHaveNoFinding() {
        List<String> findings = new ArrayList<>();
        try (Visitor her = Visitor.onPhone()) {
            String code =
                    Enquiry.begunBy(her).upTo("check", Enquiry.adult("money")).send();
            her.goTo("/messages");
            findings.addAll(findings(her, "code"));
            her.page().fill("#enter\\:code", code);
            her.press("Show me where it stands");
            her.waitForWords("There are no messages yet");
            findings.addAll(findings(her, "no message yet"));
            her.press("Send");
            her.waitForWords("Write something first");
            findings.addAll(findings(her, "messages, with an error"));
            her.page().fill("#reply\\:said", "Hello");
            her.press("Send");
            her.waitForWords("Your message is sent");
            findings.addAll(findings(her, "messages"));
        }
        try (Visitor alder =
                Visitor.atDesk().signInAt("/therapist/unlock", "alder").unlock("alder")) {
            Inbox.openNewest(alder);
            String id = alder.page().url().replaceAll(".*[?&]id=([0-9a-f-]+).*", "$1");
            findings.addAll(findings(alder, "enquiry with a message"));
            alder.press("Send message");
            alder.waitForWords("Write something first");
            findings.addAll(findings(alder, "enquiry, with an error"));
            for (String decision : List.of("accept", "wait", "not-right", "close")) {
                assertEquals(
                        200,
                        alder.goTo("/therapist/decide?to=" + decision + "&id=" + id)
                                .status());
                findings.addAll(findings(alder, decision));
            }
            alder.goTo("/therapist/decide?to=not-right&id=" + id);
            alder.press("Send this and end the enquiry");
            alder.waitForWords("Tick at least one place");
            findings.addAll(findings(alder, "not-right, with errors"));
        }
        assertEquals(List.of(), findings);
    }

    /** Every page that is shown to nobody in particular. */
    private static List<String> openPages() throws IOException {
        return Files.readAllLines(World.open().root().resolve("src/acceptance/src/test/resources/pages.csv")).stream()
                .map(line -> line.split(","))
                .filter(cells -> cells.length > 1 && cells[1].equals("page"))
                .map(cells -> cells[0])
                .toList();
    }

    private static List<String> findings(Visitor visitor, String where) {
        return new AxeBuilder(visitor.page())
                .withTags(TAGS).analyze().getViolations().stream()
                        .map(rule -> where + ": " + rule.getId() + " "
                                + rule.getNodes().get(0).getHtml())
                        .toList();
    }
}
