package org.safespaces.acceptance.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.safespaces.acceptance.support.Enquiry;
import org.safespaces.acceptance.support.Eventually;
import org.safespaces.acceptance.support.Rows;
import org.safespaces.acceptance.support.Visitor;
import org.safespaces.acceptance.support.World;
import org.safespaces.devstack.Operator;

/** Leaving quickly, as the design asks (intake.md 11, U01 to U07, U23, U24): with script and without. */
class LeavingJourneyIT {
    private static final String WORDS = "nobody else may read this";
    private static final List<String> WRITTEN = List.of("intake", "intake_sending", "code_draft", "outbox");

    /** U01. */
    @Test
    void theWayOutIsTheFirstThingOnEveryOpenPageAndStaysInReach() throws IOException {
        try (Visitor visitor = Visitor.onPhoneWithoutScript()) {
            for (String page : pages("page")) {
                visitor.goTo(page);
                isFirstAndStays(visitor, page);
            }
            isFirstAndStays(Enquiry.begunBy(visitor).visitor(), "the form");
        }
    }

    @Test
    void theWayOutIsTheFirstThingOnEveryPageOfAClientAndStaysInReach() throws IOException {
        try (Visitor linen = Visitor.onPhone().signInAt("/client/home", "linen")) {
            for (String page : pages("login")) {
                if (page.startsWith("/client/")) {
                    linen.goTo(page);
                    isFirstAndStays(linen, page);
                }
            }
        }
    }

    private static List<String> pages(String forNobody) throws IOException {
        return Files.readAllLines(World.open().root().resolve("src/acceptance/src/test/resources/pages.csv")).stream()
                .map(line -> line.split(","))
                .filter(cells -> cells.length > 1 && cells[1].equals(forNobody))
                .map(cells -> cells[0])
                .toList();
    }

    private static void isFirstAndStays(Visitor visitor, String where) {
        Page page = visitor.page();
        page.keyboard().press("Tab");
        assertEquals("skip", page.evaluate("() => document.activeElement.className"), where);
        page.keyboard().press("Tab");
        assertEquals("leave", page.evaluate("() => document.activeElement.className"), where);
        Locator link = page.locator("a.leave");
        assertEquals(1, link.count(), where);
        assertEquals("noreferrer nofollow", link.getAttribute("rel"), where);
        assertEquals("Leave this page quickly", link.innerText().replaceAll("\\s+", " "), where);
        page.evaluate("() => window.scrollTo(0, document.body.scrollHeight)");
        double top = link.boundingBox().y;
        double right = link.boundingBox().x + link.boundingBox().width;
        assertTrue(top >= 0 && top < 40, where + ": in view at the bottom as well, at " + top);
        assertTrue(right > 350 && right <= 390, where + ": on the right, at " + right);
    }

    /** U02, U05, U23. */
    @Test
    void withoutScriptTheLinkEndsTheSessionForgetsAndLeadsAway() {
        Set<String> rows = Rows.of(WRITTEN);
        try (Visitor visitor = Visitor.onPhoneWithoutScript().whoWillLeave()) {
            onTheFormWithWords(visitor);
            Request asked = visitor.page()
                    .waitForRequest(Visitor.EXIT, () -> visitor.page().click("a.leave"));
            assertNull(asked.headerValue("referer"), "the next page does not learn where she was");
            visitor.page().waitForURL(Visitor.EXIT);
            assertTrue(
                    visitor.page().context().cookies(visitor.world().address()).isEmpty());
            backShowsNothing(visitor);
            isAtTheStartOf(visitor);
        }
        assertEquals(Set.of(), Rows.since(rows, WRITTEN), "leaving neither sends nor saves");
    }

    /** U02: what the browser is asked to forget, and that the address says nothing of her. */
    @Test
    void theAnswerAsksTheBrowserToForgetAndTakesNothingAlong() {
        try (Visitor visitor = Visitor.onPhoneWithoutScript()) {
            Enquiry.begunBy(visitor);
            APIResponse exit = visitor.page()
                    .context()
                    .request()
                    .get(
                            visitor.world().address() + "/exit?from=here",
                            RequestOptions.create().setMaxRedirects(0));
            assertEquals(303, exit.status());
            assertEquals("\"cache\", \"cookies\", \"storage\"", exit.headers().get("clear-site-data"));
            assertEquals(Visitor.EXIT, exit.headers().get("location"));
            assertEquals("no-store", exit.headers().get("cache-control"));
            assertEquals("no-referrer", exit.headers().get("referrer-policy"));
        }
    }

    /** U02: the identity server's own cookie lies on another host; its session ends from server to server. */
    @Test
    void whoeverWasSignedInIsAskedForAPasswordAgain() {
        Operator operator = World.open().stack().operator();
        for (String who : List.of("linen", "rowan")) {
            String home = who.equals("linen") ? "/client/home" : "/therapist/today";
            Set<String> before = operator.signInsOf(who);
            try (Visitor visitor = Visitor.atDesk().signInAt(home, who)) {
                Set<String> hers = new TreeSet<>(operator.signInsOf(who));
                hers.removeAll(before);
                assertEquals(1, hers.size());
                assertFalse(visitor.page().locator("#password").isVisible());
                visitor.page()
                        .context()
                        .request()
                        .get(
                                visitor.world().address() + "/exit",
                                RequestOptions.create().setMaxRedirects(0));
                // nobody waits for it: whoever comes back before it has ended would be let in by it
                Eventually.holds(() -> Collections.disjoint(hers, operator.signInsOf(who)));
                visitor.goTo(home);
                assertTrue(visitor.page().locator("#password").isVisible());
            }
        }
    }

    /** U03. */
    @Test
    void withScriptThePageIsBlankBeforeAnythingAnswers() {
        try (Visitor visitor = Visitor.onPhone().whoWillLeave()) {
            onTheFormWithWords(visitor);
            Object seen = visitor.page()
                    .evaluate(
                            """
                            () => {
                              document.querySelector("a.leave").click();
                              const shown = [...document.body.children].filter(each => each.offsetParent !== null);
                              return document.body.innerText.trim() + shown.length + document.title.replace(/\\W/g, "");
                            }""");
            assertEquals("0", seen, "no word, nothing to be seen, no title, before anybody has answered");
            visitor.page().waitForURL(Visitor.EXIT);
            backShowsNothing(visitor);
            isAtTheStartOf(visitor);
        }
    }

    /** U04. */
    @Test
    void shiftThreeTimesLeavesAndShowsThreeDotsOnTheWay() {
        try (Visitor visitor = Visitor.onPhone().whoWillLeave()) {
            Page page = visitor.page();
            visitor.goTo("/help/understanding");
            shift(page, 1);
            assertEquals(3, page.locator(".leave-dots i").count());
            assertEquals(1, page.locator(".leave-dots i.is-on").count());
            assertEquals("status", page.locator(".leave-dots").getAttribute("role"));
            assertEquals(
                    "Press Shift again to leave",
                    page.locator(".leave-dots .visually-hidden").textContent());
            shift(page, 1);
            assertEquals(2, page.locator(".leave-dots i.is-on").count());
            shift(page, 1);
            page.waitForURL(Visitor.EXIT);
        }
    }

    @Test
    void shiftWithAnotherKeyEscapeOrTooSlowlyDoesNotLeave() {
        try (Visitor visitor = Visitor.onPhone()) {
            Page page = visitor.page();
            page.clock().install();
            visitor.goTo("/help/understanding");
            String here = page.url();
            for (String other : List.of("A", "Tab", "Escape")) {
                shift(page, 2);
                page.keyboard().press(other);
                shift(page, 2);
                page.keyboard().press(other);
            }
            for (int i = 0; i < 4; i++) {
                page.keyboard().press("Shift+A");
                page.keyboard().press("Escape");
            }
            shift(page, 2);
            page.clock().fastForward(5_100);
            assertEquals(0, page.locator(".leave-dots").count(), "after five seconds it is forgotten");
            shift(page, 2);
            page.clock().fastForward(4_000);
            assertEquals(here, page.url());
            assertEquals(2, page.locator(".leave-dots i.is-on").count(), "after four it is not");
        }
    }

    private static void shift(Page page, int times) {
        for (int i = 0; i < times; i++) {
            page.keyboard().press("Shift");
        }
    }

    /** U06. */
    @Test
    void aPageThatComesBackFromTheBrowsersMemoryGoesToTheStart() {
        try (Visitor visitor = Visitor.onPhone()) {
            onTheFormWithWords(visitor);
            visitor.page()
                    .evaluate("() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
            visitor.page().waitForURL(visitor.world().address() + "/");
            assertEquals("Support", visitor.page().title());
        }
    }

    /** U06: the idle page leaves the same way, whether the browser runs scripts or not. */
    @Test
    void aFormThatIsLeftLyingLeavesByItselfTheSameWay() {
        try (Visitor visitor = Visitor.onPhone().whoWillLeave()) {
            visitor.page().clock().install();
            onTheFormWithWords(visitor);
            visitor.page().clock().runFor(18 * 60_000 + 10_000);
            assertTrue(visitor.page().locator("#idle").isVisible(), "it asks first");
            assertFalse(
                    visitor.page().locator("#idle").innerText().matches("(?s).*\\d.*"), "no digits that count down");
            visitor.page().clock().runFor(2 * 60_000);
            visitor.page().waitForURL(Visitor.EXIT);
            isAtTheStartOf(visitor);
        }
    }

    /** U07, U24. */
    @Test
    void whatLeavingCannotDoIsSaidBeforeTheFormBeginsAndOnAPageOfItsOwn() {
        try (Visitor visitor = Visitor.onPhoneWithoutScript()) {
            for (String page : List.of("/support", "/help/this-site")) {
                visitor.goTo(page);
                String text = visitor.text();
                for (String said : List.of(
                        "browser history",
                        "rivate",
                        "nother device",
                        "may look odd",
                        "watching software",
                        "weather page")) {
                    assertTrue(text.contains(said), page + " does not say: " + said);
                }
            }
            String text = visitor.text();
            assertTrue(text.contains("press Shift three times"));
            assertTrue(text.contains("does not send and does not save"));
            assertTrue(text.contains("code"), "what is kept, if she has taken a code");
        }
    }

    private static void onTheFormWithWords(Visitor visitor) {
        Enquiry.begunBy(visitor).upTo("s17", Enquiry.adult("money"));
        visitor.page().fill("#in-S17", WORDS);
    }

    private static void backShowsNothing(Visitor visitor) {
        visitor.page().goBack();
        visitor.page().waitForLoadState();
        assertFalse(visitor.page().content().contains(WORDS));
        assertEquals(
                0,
                visitor.page().locator("fieldset.question").count(),
                visitor.page().url());
    }

    private static void isAtTheStartOf(Visitor visitor) {
        visitor.goTo("/support");
        assertTrue(visitor.text().contains("Before you start"), "nothing of the form is left");
    }
}
