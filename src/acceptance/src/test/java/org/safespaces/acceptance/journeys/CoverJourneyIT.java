package org.safespaces.acceptance.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.safespaces.acceptance.support.Eventually;
import org.safespaces.acceptance.support.Visitor;

/** An open page shows nothing once the vault has locked, and loses nothing that was typed. */
class CoverJourneyIT {
    private static final String TYPED = "typed, and not yet signed";

    private static final List<Consumer<Page>> SIGNS_OF_LIFE =
            List.of(page -> page.keyboard().press("Shift"), page -> page.mouse().wheel(0, 40), page -> page.mouse()
                    .click(5, 5));

    @Test
    void afterFiveMinutesWithoutAKeystrokeThePageCoversItselfAndIsUnlockedInPlace() {
        try (Visitor alder = alder()) {
            beginNote(alder);
            stopTheClock(alder.page());
            alder.page().locator("#note\\:said").pressSequentially(TYPED);
            alder.page().clock().fastForward("04:59");
            assertFalse(isCovered(alder.page()), "a second is left");
            alder.page().clock().fastForward("00:01");
            alder.page().waitForSelector("#cover[open]");

            assertEquals(0, alder.page().locator("main *").count(), "nothing of it is on the page");
            Eventually.holds(() -> state(alder) == 423);

            alder.page().fill("#cover-phrase", "six words that are not hers");
            alder.page().click("#cover-form button");
            alder.waitForWords("These words do not open a vault");
            assertEquals("", alder.page().inputValue("#cover-phrase"));
            unlockOverThePage(alder);
            assertEquals(TYPED, alder.page().inputValue("#note\\:said"));
            alder.press("Sign and lock");
            alder.page().waitForURL("**/therapist/note?**id=**");
            assertTrue(alder.text().contains(TYPED));
        }
    }

    @Test
    void sheIsToldAMinuteBeforeAndAnythingSheDoesKeepsItOpen() {
        try (Visitor alder = alder()) {
            openANote(alder);
            stopTheClock(alder.page());
            Locator soon = alder.page().locator("[role=status]#cover-soon");
            for (Consumer<Page> act : SIGNS_OF_LIFE) {
                alder.page().clock().fastForward("03:59");
                assertEquals("", soon.innerText());
                alder.page().clock().fastForward("00:01");
                assertTrue(soon.innerText().startsWith("Your vault locks in a moment"), soon.innerText());
                act.accept(alder.page());
                Eventually.holds(() -> soon.innerText().isEmpty());
            }
            alder.page().clock().fastForward("04:59");
            assertFalse(isCovered(alder.page()), "since the last of them it has not been five minutes");
            alder.page().clock().fastForward("00:01");
            alder.page().waitForSelector("#cover[open]");
            unlockOverThePage(alder);
        }
    }

    @Test
    void whatAPageDoesByItselfKeepsNothingOpenAndTheServerIsLeftAlone() {
        try (Visitor alder = alder()) {
            openANote(alder);
            stopTheClock(alder.page());
            List<String> asked = new ArrayList<>();
            alder.page().onRequest(request -> asked.add(request.method() + " " + request.url()));
            alder.page().evaluate("() => document.body.click()");
            alder.page().evaluate("() => document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true }))");
            alder.page().clock().fastForward("04:59");
            assertEquals(List.of(), asked);
            alder.page().clock().fastForward("00:01");
            alder.page().waitForSelector("#cover[open]");
            unlockOverThePage(alder);
        }
    }

    @Test
    void theCoverIsADialogThatKeyboardAndScreenReaderStayIn() {
        try (Visitor alder = alder()) {
            beginNote(alder);
            alder.page().fill("#note\\:said", TYPED);
            alder.page().click("#vault\\:lock");
            alder.page().waitForSelector("#cover[open]");
            assertEquals("cover-phrase", focus(alder));
            alder.page().keyboard().press("Escape");
            alder.page().keyboard().press("Escape");
            assertTrue(isCovered(alder.page()));
            String readOut = alder.page().locator("body").ariaSnapshot();
            assertTrue(readOut.startsWith("- dialog \"Your vault has locked\""), readOut);
            assertFalse(readOut.contains(TYPED), readOut);

            alder.page().fill("#cover-phrase", alder.world().person("alder").phrase());
            alder.page().keyboard().press("Enter");
            alder.page().waitForSelector("#cover", hidden());
            assertEquals("note:said", focus(alder), "back to where she was");
        }
    }

    @Test
    void aPhraseThatWasTypedAndNotSentIsNotKept() {
        try (Visitor alder = alder()) {
            openCase(alder);
            alder.follow("Erase this record");
            alder.page().selectOption("#ask\\:reason", "CLIENT_ASKED");
            alder.page().fill("#ask\\:phrase", "words that open");
            alder.page().click("#vault\\:lock");
            alder.page().waitForSelector("#cover[open]");
            unlockOverThePage(alder);
            assertEquals("CLIENT_ASKED", alder.page().inputValue("#ask\\:reason"));
            assertEquals("", alder.page().inputValue("#ask\\:phrase"));
        }
    }

    @Test
    void aPageThatOnlyShowsLosesWhatItShowsAndHasItAgainAfterwards() {
        try (Visitor alder = alder()) {
            openANote(alder);
            stopTheClock(alder.page());
            String said = alder.page().locator(".prose").innerText();
            alder.page().clock().fastForward("05:01");
            alder.page().waitForSelector("#cover[open]");

            assertFalse(alder.page().content().contains(said), "the words have left the page, not only the screen");
            unlockOverThePage(alder);
            alder.page().waitForSelector(".prose");
            assertEquals(said, alder.page().locator(".prose").innerText());
        }
    }

    @Test
    void theLockButtonInAnotherTabCoversThisOneAndUnlockingThereUncoversIt() {
        try (Visitor alder = alder()) {
            beginNote(alder);
            alder.page().fill("#note\\:said", TYPED);
            Page other = alder.page().context().newPage();
            other.navigate(alder.world().address() + "/therapist/today");
            other.click("#vault\\:lock");
            other.waitForURL("**/therapist/unlock**");
            alder.page().waitForSelector("#cover[open]");

            other.fill("#unlock\\:phrase", alder.world().person("alder").phrase());
            other.click("input[value=Unlock]");
            other.waitForURL("**/therapist/today");
            alder.page().evaluate("() => window.dispatchEvent(new Event('focus'))");
            alder.page().waitForSelector("#cover", hidden());
            assertEquals(TYPED, alder.page().inputValue("#note\\:said"));
        }
    }

    @Test
    void theLockButtonKeepsWhatIsTypedOnItsOwnPage() {
        try (Visitor alder = alder()) {
            beginNote(alder);
            alder.page().fill("#note\\:said", TYPED);
            alder.page().click("#vault\\:lock");
            alder.page().waitForSelector("#cover[open]");
            Eventually.holds(() -> state(alder) == 423);
            unlockOverThePage(alder);
            assertEquals(TYPED, alder.page().inputValue("#note\\:said"));
        }
    }

    @Test
    void anotherTabThatMeetsAClosedDoorCoversThisOne() {
        try (Visitor alder = alder()) {
            openANote(alder);
            Page other = alder.page().context().newPage();
            alder.page().context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("__Host-vault"));
            other.navigate(alder.page().url());
            other.waitForURL("**/therapist/unlock**");
            alder.page().waitForSelector("#cover[open]");
            assertEquals(0, alder.page().locator("main *").count());
        }
    }

    @Test
    void whatOneTypedIsNotUncoveredForAnother() {
        try (Visitor alder = alder()) {
            beginNote(alder);
            alder.page().fill("#note\\:said", TYPED);
            Page other = alder.page().context().newPage();
            other.navigate(alder.world().address() + "/therapist/today");
            other.locator(".sign-out button:visible").first().click();
            other.waitForURL(alder.world().address() + "/");
            alder.waitForWords("You have been signed out");

            other.navigate(alder.world().address() + "/therapist/unlock");
            alder.identify(other, "rowan");
            other.fill("#unlock\\:phrase", alder.world().person("rowan").phrase());
            other.click("input[value=Unlock]");
            other.waitForURL("**/therapist/today");
            alder.page().evaluate("() => window.dispatchEvent(new Event('focus'))");
            alder.page().waitForURL("**/therapist/today");
            assertTrue(alder.page().locator("main *").count() > 0, "hers, and nothing of what was there");
        }
    }

    @Test
    void whatIsKeptForTheBackButtonIsEmpty() {
        try (Visitor alder = alder()) {
            openANote(alder);
            alder.page()
                    .evaluate("() => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))");
            assertEquals(0, alder.page().locator("main *").count());
            assertEquals("", alder.page().locator("body").innerText());
            alder.page()
                    .evaluate("() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
            alder.page().waitForSelector(".prose");
        }
    }

    @Test
    void withoutScriptThePageIsAsItWas() {
        try (Visitor alder = Visitor.onPhoneWithoutScript().signInAt("/therapist/today", "alder")) {
            alder.unlock("alder");
            openANote(alder);
            assertTrue(alder.page().locator(".prose").isVisible());
            assertFalse(alder.page().locator("#cover").isVisible());
        }
    }

    @Test
    void askingWhetherItIsOpenIsAnsweredAndChangesNothing() {
        try (Visitor alder = alder()) {
            assertEquals(200, state(alder));
            alder.page().click("#vault\\:lock");
            alder.page().waitForURL("**/therapist/unlock**");
            assertEquals(423, state(alder));
            assertEquals(423, state(alder));
        }
    }

    @Test
    void withoutTheSessionsTokenNothingIsLockedOrUnlocked() {
        try (Visitor alder = alder()) {
            for (FormData forged : List.of(
                    FormData.create().set("do", "lock"),
                    FormData.create().set("do", "lock").set("token", "00"),
                    FormData.create().set("do", "unlock").set("phrase", "x"))) {
                assertEquals(400, post(alder, forged));
            }
            assertEquals(200, state(alder));
        }
    }

    @Test
    void backAfterSigningOutShowsNothing() {
        try (Visitor alder = alder()) {
            openANote(alder);
            String said = alder.page().locator(".prose").innerText();
            alder.page().locator(".sign-out button:visible").first().click();
            alder.page().waitForLoadState();
            alder.page().goBack();
            alder.page().waitForLoadState();
            assertFalse(alder.page().content().contains(said));
        }
    }

    @Test
    void theSettingIsSaidWhereSheSeesWhetherItIsOpen() {
        try (Visitor alder = alder()) {
            assertEquals("Locks after 5 minutes idle", alder.page().getAttribute(".vault-chip .vault-words", "title"));
        }
    }

    private static Visitor alder() {
        return Visitor.atDesk().signInAt("/therapist/today", "alder").unlock("alder");
    }

    private static void unlockOverThePage(Visitor visitor) {
        visitor.page().fill("#cover-phrase", visitor.world().person("alder").phrase());
        visitor.page().click("#cover-form button");
        visitor.page().waitForSelector("#cover", hidden());
    }

    private static Page.WaitForSelectorOptions hidden() {
        return new Page.WaitForSelectorOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN);
    }

    /** From here on the page's time goes on only when it is told to, and she was there just now. */
    private static void stopTheClock(Page page) {
        page.clock().install();
        page.reload();
        long now = ((Number) page.evaluate("() => Date.now()")).longValue();
        page.clock().pauseAt(now + Duration.ofMinutes(1).toMillis());
        page.keyboard().press("Shift");
        page.waitForResponse("**/therapist/vault", () -> page.clock().runFor(1));
    }

    private static String focus(Visitor visitor) {
        return String.valueOf(visitor.page().evaluate("() => document.activeElement.id"));
    }

    private static boolean isCovered(Page page) {
        return page.locator("#cover[open]").count() > 0;
    }

    private static int state(Visitor visitor) {
        return visitor.page()
                .context()
                .request()
                .get(
                        visitor.world().address() + "/therapist/vault",
                        RequestOptions.create().setMaxRedirects(0))
                .status();
    }

    private static int post(Visitor visitor, FormData form) {
        APIResponse answer = visitor.page()
                .context()
                .request()
                .post(
                        visitor.world().address() + "/therapist/vault",
                        RequestOptions.create().setMaxRedirects(0).setForm(form));
        return answer.status();
    }

    private static void openCase(Visitor alder) {
        alder.goTo("/therapist/clients");
        alder.page().locator("tbody tr:has-text(\"Slate Otter\") a").first().click();
        alder.page().waitForLoadState();
    }

    private static void beginNote(Visitor alder) {
        openCase(alder);
        alder.follow("New note");
    }

    private static void openANote(Visitor alder) {
        openCase(alder);
        Locator note = alder.page().locator("li.row:has-text(\"Case note\") a").first();
        note.click();
        alder.page().waitForURL("**/therapist/note?**id=**");
    }
}
