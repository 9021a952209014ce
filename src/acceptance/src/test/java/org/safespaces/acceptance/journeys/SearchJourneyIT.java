package org.safespaces.acceptance.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safespaces.acceptance.support.Visitor;

class SearchJourneyIT {
    private static final String BOX = "#search\\:asked";

    @Test
    void resultsComeWhileSheTypesWithTheMatchMarkedAndTheTimeItTook() {
        try (Visitor alder = alder()) {
            write(alder, "The Nightjär was heard twice, <b>loud</b> & clear.");
            alder.page().keyboard().press("/");
            alder.page().waitForURL("**/therapist/search");
            alder.page().locator(BOX).pressSequentially("nightjar LOUD");
            alder.page().waitForSelector("#found mark");

            assertEquals(
                    List.of("Nightjär", "loud"),
                    alder.page().locator("#found mark").allInnerTexts());
            assertTrue(alder.page()
                    .locator("#found .extract")
                    .innerText()
                    .contains("was heard twice, <b>loud</b> & clear."));
            assertEquals(0, alder.page().locator("#found b").count(), "what was written is text and nothing else");
            assertTrue(alder.page()
                    .locator("[role=status]#found-said")
                    .innerText()
                    .matches("One note found\\. Searched \\d+ notes in \\d+\\.\\d\\d s\\."));
            assertEquals(
                    "Search",
                    alder.page()
                            .evaluate("document.activeElement === document.getElementById('search:asked')"
                                    + " ? document.title : 'the box has lost the focus'"));
            assertTrue(alder.page().url().endsWith("/therapist/search"));

            alder.page().keyboard().press("ArrowDown");
            alder.page().keyboard().press("Enter");
            alder.page().waitForURL("**/therapist/note?**");
            assertTrue(alder.text().contains("The Nightjär was heard twice"));
        }
    }

    @Test
    void severalWordsTypedOnArePostedAsFewSearchesAndNeverStandInAnAddress() {
        try (Visitor alder = alder()) {
            write(alder, "A turnstone on the shore.");
            alder.goTo("/therapist/search");
            List<String> asked = new ArrayList<>();
            alder.page().onRequest(request -> asked.add(request.method() + " " + request.url()));
            alder.page().locator(BOX).pressSequentially("turnstone");
            alder.page().waitForSelector("#found mark");
            alder.page().fill(BOX, "turnstone shore");
            alder.page().locator("#found mark").nth(1).waitFor();

            assertTrue(asked.stream().noneMatch(each -> each.contains("turnst")), asked::toString);
            assertTrue(asked.size() <= 4, "one search a pause: " + asked);
        }
    }

    @Test
    void withoutScriptTheButtonSearchesAndNothingFoundIsSaid() {
        try (Visitor alder = Visitor.onPhoneWithoutScript().signInAt("/therapist/search", "alder")) {
            alder.page().waitForURL("**/therapist/unlock**");
            alder.page().fill("#unlock\\:phrase", alder.world().person("alder").phrase());
            alder.press("Unlock");
            alder.page().waitForURL("**/therapist/search");
            search(alder, "first conversation");
            assertTrue(alder.page().locator("#found mark").count() >= 2);
            search(alder, "gyrfalcon");
            assertTrue(alder.text().contains("Nothing found. Searched"));
            assertTrue(alder.text().contains("Try fewer words"));
            search(alder, "x");
            assertTrue(alder.text().contains("Type at least two letters"));
        }
    }

    @Test
    void aVaultThatHasLockedIsSaidAndTheWordsStay() {
        try (Visitor alder = alder()) {
            alder.goTo("/therapist/search");
            alder.page().context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("__Host-vault"));
            alder.page().fill(BOX, "first conversation");
            alder.page().waitForSelector("#cover[open]");
            assertEquals(0, alder.page().locator("#found a").count());
            unlockOverThePage(alder);
            assertEquals("first conversation", alder.page().inputValue(BOX));
            alder.page().waitForSelector("#found mark");
        }
    }

    @Test
    void whatWasFoundLeavesThePageWhenTheVaultIsLockedInAnotherTab() {
        try (Visitor alder = alder()) {
            alder.goTo("/therapist/search");
            alder.page().fill(BOX, "first conversation");
            alder.page().waitForSelector("#found mark");
            Page other = alder.page().context().newPage();
            other.navigate(alder.world().address() + "/therapist/today");
            other.click("#vault\\:lock");
            other.waitForURL("**/therapist/unlock**");
            alder.waitForWords("Your vault has locked");
            assertEquals(0, alder.page().locator("#found").count());
            unlockOverThePage(alder);
            assertEquals("first conversation", alder.page().inputValue(BOX));
            assertTrue(alder.page().locator("#found mark").count() > 0);
        }
    }

    @Test
    void whateverIsTypedIsAnsweredCalmlyAndNeverReflectedAsMarkup() {
        List<String> odd = List.of(
                "before\u0000after",
                "\uFEFF\u202Ebidi\u2066 text",
                "zero\u200Bwidth",
                "e" + "\u0301".repeat(190),
                "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
                "${7*7} #{request} {{7*7}} %n ${jndi:ldap://x}",
                "<script>alert(1)</script><img src=x onerror=alert(1)>",
                "' OR 1=1 --",
                "javascript:alert(1) data:text/html,x",
                ".*[a-z]{1,99}(",
                "\" unfinished phrase",
                "null NaN =cmd()");
        try (Visitor alder = Visitor.onPhoneWithoutScript().signInAt("/therapist/today", "alder")) {
            unlock(alder);
            for (String typed : odd) {
                alder.goTo("/therapist/search");
                search(alder, typed);
                assertTrue(alder.text().contains("Searched") || alder.text().contains("Type at least"), typed);
                assertEquals(
                        0,
                        alder.page().locator("main script:not([src]), main img").count(),
                        typed);
                assertFalse(alder.text().contains("49"), typed);
            }
        }
    }

    @Test
    void tooMuchIsRefusedKindlyWhetherTypedOrSent() {
        try (Visitor alder = alder()) {
            alder.goTo("/therapist/search");
            for (String typed : List.of("'x'.repeat(201)", "'e' + '\\u0301'.repeat(10000)", "'\\uD800 lone'")) {
                alder.page()
                        .evaluate("() => { const box = document.getElementById('search:asked');"
                                + " box.removeAttribute('maxlength'); box.value = " + typed + "; }");
                alder.press("Search");
                alder.page().waitForSelector(".field-error, #found-said:not(:empty)");
            }
            int huge = (int) alder.page()
                    .evaluate(
                            "() => { const form = new URLSearchParams(new FormData(document.getElementById('search')));"
                                    + " form.set('search:asked', 'x'.repeat(1 << 20)); form.set('search:go', 'Search');"
                                    + " return fetch('/therapist/search', { method: 'POST', body: form })"
                                    + ".then(answer => answer.status, () => 0); }");
            assertTrue(huge < 500, "a megabyte: " + huge);
        }
    }

    @Test
    void theSingleKeyCanBeSwitchedOff() {
        try (Visitor alder = alder()) {
            alder.goTo("/therapist/search");
            alder.page().uncheck("#keys-on");
            alder.goTo("/therapist/today");
            alder.page().keyboard().press("/");
            assertTrue(alder.page().url().endsWith("/therapist/today"));
            alder.page().locator("#find").click();
            alder.page().waitForURL("**/therapist/search");
            alder.page().check("#keys-on");
        }
    }

    private static Visitor alder() {
        Visitor alder = Visitor.atDesk().signInAt("/therapist/today", "alder");
        return alder.unlock("alder");
    }

    private static void unlock(Visitor alder) {
        alder.unlock("alder");
    }

    private static void unlockOverThePage(Visitor alder) {
        alder.page().fill("#cover-phrase", alder.world().person("alder").phrase());
        alder.page().click("#cover-form button");
        alder.page().waitForSelector(BOX);
    }

    private static void search(Visitor visitor, String typed) {
        visitor.page().fill(BOX, typed);
        visitor.press("Search");
    }

    private static void write(Visitor alder, String said) {
        alder.goTo("/therapist/clients");
        Locator first = alder.page().locator("tbody tr:has-text(\"Slate Otter\") a");
        first.click();
        alder.page().waitForLoadState();
        alder.follow("New note");
        alder.page().fill("#note\\:said", said);
        alder.press("Sign and lock");
        alder.page().waitForURL("**/therapist/note?**id=**");
    }
}
