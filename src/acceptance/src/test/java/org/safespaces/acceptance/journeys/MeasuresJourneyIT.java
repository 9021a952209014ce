package org.safespaces.acceptance.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.safespaces.acceptance.support.Letters;
import org.safespaces.acceptance.support.SoonAppointment;
import org.safespaces.acceptance.support.Visitor;
import org.safespaces.acceptance.support.World;

/** A form that two people have agreed on: asked, answered without script, and read as a drawing and as a table. */
class MeasuresJourneyIT {
    @Test
    void theyAgreeSheAnswersWithoutScriptAndHerTherapistReadsIt() {
        World world = World.open();
        Instant soon = Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofHours(30));
        try (SoonAppointment session = SoonAppointment.ofLinen(world, soon);
                Visitor rowan = Visitor.atDesk().signInAt("/therapist/today", "rowan");
                Visitor linen = Visitor.onPhoneWithoutScript().signInAt("/client/home", "linen")) {
            String file = "/therapist/measures?id=" + session.caseId();
            rowan.goTo(file);
            assertTrue(rowan.text().contains("Unlock the vault"), "what is agreed shows, what was answered does not");
            rowan.unlock("rowan");
            Letters.goAgain(rowan, session.caseId());
            rowan.goTo(file);
            agreeByKeyboard(rowan, "GAD-7", "Every few weeks", "13");
            rowan.page().waitForSelector("#weeks-error");
            assertEquals("13", rowan.page().inputValue("#weeks"), "nothing typed is lost");
            rowan.goTo(file);
            agreeByKeyboard(rowan, "PHQ-9", "Before each session", "");
            rowan.page().waitForURL("**/therapist/measures?**done=agreed");

            linen.goTo("/client/home");
            assertFalse(linen.page().title().contains("PHQ"), linen.page().title());
            linen.page().locator("#forms a[href*='/client/form']").first().click();
            linen.page().waitForSelector("#measure");
            linen.press("Send to my therapist");
            linen.waitForWords("Nothing is answered yet");
            answer(linen.page(), 0, 0, 0, 0, 0, 0, 0, 0, 1);
            linen.page().locator("label[for=see-yes]").click();
            linen.press("Send to my therapist");
            linen.waitForWords("If you might act on these thoughts");
            assertTrue(linen.page().locator("a[href='tel:999']").first().isVisible());
            assertTrue(linen.text().contains("Nobody is watching this page"));
            assertTrue(linen.text().contains("1 of 27"), linen.text());
            assertTrue(linen.text().contains("This is not a diagnosis."));
            assertFalse(linen.page().url().contains("care"), "the address says nothing");
            linen.goTo("/client/home");
            assertEquals(
                    0, linen.page().locator("#forms a[href*='/client/form']").count(), "asked once");

            rowan.goTo(file);
            Page page = rowan.page();
            assertTrue(rowan.text().contains("PHQ-9, item 9: \"Several days\""), rowan.text());
            assertTrue(page.locator("svg.chart circle").count() > 0);
            assertTrue(page.locator("table").first().innerText().contains("1 of 27"));
            assertTrue(rowan.text().contains("To be confirmed by the practice"));
            page.locator("table a").first().focus();
            page.keyboard().press("Enter");
            page.waitForSelector("#answers");
            assertTrue(page.locator("#answers").innerText().contains("Several days"));
            rowan.goTo("/therapist/client?id=" + session.caseId());
            assertTrue(page.locator("a[href*='/therapist/follow-up?id=']").count() > 0, "a task that says no why");
            closeTheTask(rowan);
        }
    }

    @Test
    void filledInTogetherABlankStaysABlankAndNothingIsLostWhenTheVaultLocks() {
        World world = World.open();
        Instant far = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(70));
        try (SoonAppointment session = SoonAppointment.ofLinen(world, far);
                Visitor rowan = Visitor.atDesk().signInAt("/therapist/today", "rowan")) {
            rowan.unlock("rowan");
            rowan.goTo("/therapist/fill-in?measure=GAD7&case=" + session.caseId());
            Page page = rowan.page();
            for (int item = 1; item < 7; item++) {
                page.check("#i" + item + "-3");
            }
            page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("__Host-vault"));
            rowan.press("Seal and keep");
            rowan.waitForWords("Your vault has locked");
            Locator choices = page.locator("input[type=radio]:checked");
            assertEquals(7, choices.count(), "six answers, and a blank");
            rowan.unlock("rowan");
            rowan.goTo("/therapist/fill-in?measure=GAD7&case=" + session.caseId());
            for (int item = 1; item < 7; item++) {
                page.check("#i" + item + "-3");
            }
            rowan.press("Seal and keep");
            page.waitForURL("**/therapist/measures?**done=entered");
            assertTrue(rowan.text().contains("6 of 7 answered"), rowan.text());
            assertFalse(rowan.text().contains("18 of 21"), "never counted as nought");
        }
    }

    private static void agreeByKeyboard(Visitor therapist, String form, String rhythm, String weeks) {
        Page page = therapist.page();
        page.focus("#measure");
        page.selectOption("#measure", new SelectOption().setLabel(form));
        page.keyboard().press("Tab");
        page.selectOption("#rhythm", new SelectOption().setLabel(rhythm));
        page.focus("#weeks");
        page.keyboard().type(weeks);
        page.keyboard().press("Enter");
    }

    private static void answer(Page page, int... items) {
        for (int item = 1; item <= items.length; item++) {
            page.locator("label[for=i" + item + "-" + items[item - 1] + "]").click();
        }
    }

    /** The task is left as others find tasks: done with. */
    private static void closeTheTask(Visitor rowan) {
        rowan.page().locator("a[href*='/therapist/follow-up?id=']").first().click();
        rowan.page().waitForURL("**/therapist/follow-up?**");
        rowan.press("Acknowledge");
        rowan.page().waitForSelector("#act");
        rowan.page().check("#steps-spoke");
        rowan.page().check("#told-yes");
        rowan.page().fill("#said", "Spoke on the phone.");
        rowan.press("Seal and record");
        rowan.page().fill("#note", "Nothing more to do.");
        rowan.press("Seal and close");
        rowan.waitForWords("This is closed");
    }
}
