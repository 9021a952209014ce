package org.safespaces.acceptance.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.safespaces.acceptance.support.Visitor;

/** A therapist finds her way: the caseload, the way straight to a client, reports to look at again, and the log of what happened. */
class DayJourneyIT {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Test
    void theCaseloadIsSearchedFilteredAndPutInOrderWithoutScript() {
        try (Visitor rowan = Visitor.onPhoneWithoutScript().signInAt("/therapist/clients", "rowan")) {
            assertTrue(rowan.text().contains("Linen Moth"));
            assertTrue(rowan.text().contains("Copper Wren"));
            rowan.page().fill("#q", "linen");
            rowan.page().selectOption("#sort", "NEXT");
            rowan.press("Show");
            assertTrue(rowan.text().contains("One person in this list."));
            assertTrue(rowan.text().contains("Linen Moth"));
            assertFalse(rowan.text().contains("Copper Wren"));
            assertEquals("NEXT", rowan.page().inputValue("#sort"), "what was chosen stays");
            assertTrue(rowan.page().url().endsWith("/therapist/clients"), "nobody's designation is in an address");
            rowan.page().selectOption("#state", "ENDED");
            rowan.press("Show");
            assertTrue(rowan.text().contains("Nobody like this"));
        }
    }

    @Test
    void aNameIsShownOneAtATime() {
        try (Visitor rowan =
                Visitor.atDesk().signInAt("/therapist/clients", "rowan").unlock("rowan")) {
            rowan.goTo("/therapist/clients");
            rowan.press("Show name Copper Wren");
            assertTrue(rowan.text().contains("No name was given"));
            assertEquals(1, rowan.page().getByText("No name was given").count());
        }
    }

    @Test
    void theWayToAClientTakesTheKeyboardAlone() {
        try (Visitor rowan = Visitor.atDesk().signInAt("/therapist/today", "rowan")) {
            Page page = rowan.page();
            page.keyboard().press("Control+k");
            page.waitForSelector("dialog[open] #go-asked");
            page.keyboard().type("copper");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            page.waitForURL("**/therapist/client?id=**");
            assertEquals("Copper Wren", page.locator("h1").innerText());

            page.keyboard().press("Control+k");
            page.waitForSelector("dialog[open] #go-asked");
            page.keyboard().press("Escape");
            page.waitForSelector(
                    "dialog.go-box",
                    new Page.WaitForSelectorOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
            assertEquals("go", page.evaluate("() => document.activeElement.id"), "back where it came from");

            page.keyboard().press("Control+k");
            page.waitForSelector("dialog[open] #go-asked");
            page.keyboard().type("diary");
            page.keyboard().press("Enter");
            page.waitForURL("**/therapist/diary");
        }
    }

    @Test
    void theWayToAClientNeedsNoScript() {
        try (Visitor rowan = Visitor.onPhoneWithoutScript().signInAt("/therapist/today", "rowan")) {
            rowan.follow("Go to");
            rowan.page().fill("#go-asked", "copper");
            rowan.press("Find");
            assertTrue(rowan.page().url().endsWith("/therapist/go"));
            assertFalse(rowan.text().contains("Linen Moth"));
            rowan.follow("Copper Wren");
            assertEquals("Copper Wren", rowan.page().locator("h1").innerText());
        }
    }

    @Test
    void aReportToLookAtAgainStandsOnTodayWhetherTheVaultIsOpenOrNot() {
        try (Visitor rowan = atCopperWren()) {
            rowan.follow("Removal and reports");
            assertTrue(rowan.text().contains("Kinds and references only"));
            rowan.follow("Add a report");
            Page page = rowan.page();
            page.selectOption("#place", "PLATFORM");
            page.fill("#where", "second account");
            page.fill("#reference", "goldcrest 77");
            page.selectOption("#status", "SENT");
            page.fill("#reported", LocalDate.now(LONDON).plusDays(9).toString());
            page.fill("#next", LocalDate.now(LONDON).toString());
            rowan.press("Seal and keep");
            rowan.waitForWords("This day is still to come");
            assertEquals("goldcrest 77", page.inputValue("#reference"), "nothing typed is lost");
            page.fill("#reported", LocalDate.now(LONDON).minusDays(2).toString());
            rowan.press("Seal and keep");
            page.waitForURL("**/therapist/reports?**");
            assertTrue(rowan.text().contains("Platform or app, second account"));
            assertFalse(rowan.text().contains("goldcrest 77"), "its number is on its own page");

            rowan.goTo("/therapist/today");
            assertTrue(page.locator("#to-do").innerText().contains("Copper Wren"));
            rowan.press("Lock now");
            rowan.goTo("/therapist/today");
            assertTrue(page.locator("#to-do").innerText().contains("Copper Wren"));
            page.locator("#to-do").getByText("Open").first().click();
            page.waitForURL("**/therapist/reports?**");
            assertTrue(rowan.text().contains("Unlock to read them"));
            assertFalse(rowan.text().contains("second account"));
            rowan.unlock("rowan");
            rowan.goTo("/therapist/today");
            page.locator("#to-do").getByText("Open").first().click();
            rowan.follow("Update");
            assertEquals("goldcrest 77", page.inputValue("#reference"));
            page.fill("#next", "");
            page.selectOption("#status", "DOWN");
            rowan.press("Seal and keep");
            page.waitForURL("**/therapist/reports?**");
            assertTrue(rowan.text().contains("Taken down"));
            rowan.goTo("/therapist/today");
            assertFalse(page.locator("#to-do").innerText().contains("Copper Wren"));
        }
    }

    @Test
    void theLogIsAFileOfItsOwn() throws IOException {
        try (Visitor rowan = atCopperWren()) {
            rowan.follow("Log");
            rowan.follow("Add a line");
            Page page = rowan.page();
            page.check("#image-UNSURE");
            page.fill("#what", "They sent it to www.goldcrest.example and asked for 200 pounds.");
            page.fill("#who", "account goldcrest 5");
            rowan.press("Seal and keep");
            page.getByText("Nothing that leads to this image can be kept here")
                    .first()
                    .waitFor();
            assertTrue(page.inputValue("#what").contains("200 pounds"), "nothing typed is lost");
            page.fill("#what", "They asked for 200 pounds.");
            rowan.press("Seal and keep");
            page.waitForURL("**/therapist/evidence?**");
            assertTrue(rowan.text().contains("They asked for 200 pounds."));

            Download file = page.waitForDownload(() -> page.click("button:has-text('Hand it on')"));

            assertEquals("log.txt", file.suggestedFilename());
            String text = Files.readString(file.path());
            assertTrue(text.contains("They asked for 200 pounds."), text);
            assertTrue(text.contains("account goldcrest 5"), text);
            assertFalse(text.contains("shame"), "nothing of the notes");
        }
    }

    @Test
    void whatIsTypedStaysWhenTheVaultLocksMeanwhile() {
        try (Visitor rowan = Visitor.onPhoneWithoutScript()
                .signInAt("/therapist/today", "rowan")
                .unlock("rowan")) {
            rowan.goTo("/therapist/go");
            rowan.follow("Copper Wren");
            rowan.follow("Log");
            rowan.follow("Add a line");
            rowan.page().fill("#what", "something long that was typed");
            rowan.page().check("#image-NONE");
            Page other = rowan.page().context().newPage();
            other.navigate(rowan.world().address() + "/therapist/today");
            other.getByText("Lock now").first().click();
            other.waitForLoadState();
            rowan.press("Seal and keep");
            assertTrue(rowan.text().contains("Your vault has locked"));
            assertEquals("something long that was typed", rowan.page().inputValue("#what"));
        }
    }

    private static Visitor atCopperWren() {
        Visitor rowan = Visitor.atDesk().signInAt("/therapist/today", "rowan").unlock("rowan");
        rowan.goTo("/therapist/clients");
        rowan.page().locator("tbody tr:has-text(\"Copper Wren\") a").first().click();
        rowan.page().waitForLoadState();
        return rowan;
    }
}
