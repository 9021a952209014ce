package org.safespaces.acceptance.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.safespaces.acceptance.support.Canaries;
import org.safespaces.acceptance.support.Colleagues;
import org.safespaces.acceptance.support.Enquiry;
import org.safespaces.acceptance.support.Eventually;
import org.safespaces.acceptance.support.Inbox;
import org.safespaces.acceptance.support.Visitor;

/** One enquiry travels from a stranger's phone to a sealed note: lines (a) to (f) of the first issue, in order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ThinLineJourneyIT {
    private static String code;
    private static String enquiryAddress;
    private static String caseAddress;
    private static String bookedSlot;

    @Test
    @Order(1)
    void aStrangerOnAPhoneWithoutScriptFindsThreeDoorsAndTheNumbers() {
        try (Visitor visitor = Visitor.onPhoneWithoutScript()) {
            visitor.goTo("/");
            assertEquals(
                    3,
                    visitor.page()
                            .locator(
                                    "main h2:has-text(\"Find help now\"), main h2:has-text(\"Ask to talk\"), main h2:has-text(\"Come back\")")
                            .count());
            assertTrue(visitor.page().locator("a[href='tel:116123']").first().isVisible());
            assertTrue(visitor.page().locator("a[href='/exit']").first().isVisible());
        }
    }

    @Test
    @Order(2)
    void sheSendsAnEnquiryWithoutScriptAndComesBackWithHerCode() {
        try (Visitor visitor = Visitor.onPhoneWithoutScript()) {
            Enquiry enquiry = Enquiry.begunBy(visitor).upToCheck(Canaries.STORY, Canaries.NAME);
            assertTrue(visitor.text().contains(Canaries.STORY));
            code = enquiry.send();
            assertEquals(16, code.length());
        }
        try (Visitor later = Visitor.onPhone()) {
            later.goTo("/messages");
            later.page().fill("#enter\\:code", code.substring(0, 4) + "-" + code.substring(4));
            later.press("Show me where it stands");
            assertTrue(later.text().contains("Received"));
            assertFalse(later.page().content().contains(Canaries.STORY));
        }
    }

    @Test
    @Order(3)
    void aTherapistSeesItByDesignationOpensItAndAcceptsIt() {
        try (Visitor rowan = Visitor.atDesk().signInAt("/therapist/today", "rowan")) {
            assertFalse(rowan.page().content().contains(Canaries.STORY));
            rowan.goTo(Inbox.ALL);
            rowan.page()
                    .locator("#fresh tbody tr")
                    .last()
                    .getByRole(AriaRole.LINK)
                    .click();
            rowan.page().waitForURL("**/therapist/unlock**");
            rowan.page().fill("#unlock\\:phrase", rowan.world().person("rowan").phrase());
            rowan.press("Unlock");
            rowan.page().waitForURL("**/therapist/intake?**");
            assertTrue(rowan.text().contains(Canaries.STORY));
            assertTrue(rowan.text().contains(Canaries.NAME));
            enquiryAddress = rowan.page().url().replaceAll(".*(/therapist/intake\\?id=[0-9a-f-]+).*", "$1");
            Inbox.accept(rowan);
            caseAddress = rowan.page().url().replaceAll(".*(/therapist/client\\?id=[0-9a-f-]+).*", "$1");
            assertFalse(
                    rowan.page().content().contains(Canaries.NAME), "who she is stays sealed until it is asked for");
            rowan.press("Show");
            assertTrue(rowan.text().contains(Canaries.NAME));
        }
    }

    @Test
    @Order(4)
    void theClientJoinsWithHerCodeAndBooksATime() {
        try (Visitor slate = Visitor.onPhone().signInAt("/client/join", "slate")) {
            slate.page().fill("#join\\:code", code);
            slate.press("Join");
            slate.page().waitForURL("**/client/book**");
            bookedSlot = chooseAFreeTime(slate);
            slate.press("Ask for this session");
            slate.page().waitForURL("**/client/appointment?id=**");
            assertTrue(slate.text().contains("Tall Rowan"));
            assertTrue(slate.text().contains("Your therapist has been told"), "a first session is hers to agree to");
        }
    }

    @Test
    @Order(5)
    void aSecondPersonCannotTakeThatTime() {
        try (Visitor linen = Visitor.atDesk().signInAt("/client/book", "linen")) {
            assertEquals(
                    0,
                    linen.page().locator("button[value='" + bookedSlot + "']").count());
            // as on a page that was opened before it went
            linen.page()
                    .locator(".slot:visible")
                    .last()
                    .evaluate("(slot, taken) => { slot.value = taken; }", bookedSlot);
            linen.page().locator(".slot:visible").last().click();
            linen.waitForWords("That time has just been taken");
            assertTrue(linen.page().locator(".slot").count() > 0);
        }
    }

    @Test
    @Order(6)
    void theTherapistWritesANoteSignsItAndFindsItAgain() {
        try (Visitor rowan =
                Visitor.atDesk().signInAt("/therapist/today", "rowan").unlock("rowan")) {
            rowan.goTo(caseAddress);
            assertTrue(rowan.text().contains("Asked for"));
            rowan.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("New note"))
                    .last()
                    .click();
            rowan.page().fill("#note\\:said", Canaries.NOTE);
            rowan.press("Sign and lock");
            rowan.page().waitForURL("**/therapist/note?**id=**");
            assertTrue(rowan.text().contains(Canaries.NOTE));
            rowan.goTo(caseAddress);
            assertFalse(rowan.page().content().contains(Canaries.NOTE), "a list shows days, not words");
            Locator row = rowan.page().locator("li.row:has-text(\"Case note\")");
            row.getByRole(AriaRole.LINK).click();
            rowan.page().waitForLoadState();
            assertTrue(rowan.text().contains(Canaries.NOTE));
        }
    }

    @Test
    @Order(7)
    void aLockedVaultShowsNothingOfIt() {
        try (Visitor rowan =
                Visitor.atDesk().signInAt("/therapist/today", "rowan").unlock("rowan")) {
            rowan.press("Lock now");
            rowan.page().waitForURL("**/therapist/unlock**");
            rowan.goTo(caseAddress);
            rowan.page()
                    .locator("li.row:has-text(\"Case note\")")
                    .getByRole(AriaRole.LINK)
                    .click();
            rowan.page().waitForURL("**/therapist/unlock**");
            assertFalse(rowan.page().content().contains(Canaries.NOTE));
        }
    }

    @Test
    @Order(8)
    void anotherTherapistFindsNeitherTheCaseNorTheEnquiry() {
        try (Visitor alder =
                Visitor.atDesk().signInAt("/therapist/today", "alder").unlock("alder")) {
            assertEquals(404, alder.goTo(caseAddress).status());
            assertFalse(alder.page().content().contains(Canaries.NAME));
            assertEquals(404, alder.goTo(enquiryAddress).status());
            assertFalse(alder.page().content().contains(Canaries.STORY));
            alder.goTo("/therapist/intakes");
            assertEquals(
                    0,
                    alder.page()
                            .locator("main a[href*='" + enquiryAddress + "']")
                            .count());
        }
    }

    @Test
    @Order(9)
    void anAdminMakesASecondTherapistWhoReachesNoClinicalText() {
        try (Visitor birch = Visitor.atDesk().signInAt("/admin/people", "birch")) {
            Colleagues.change(birch, "Aspen", "Make therapist");
            assertEquals(404, birch.goTo("/therapist/intakes").status());
            assertEquals(404, birch.goTo(caseAddress).status());
        }
        try (Visitor aspen = Visitor.atDesk().signInAt("/therapist/today", "aspen")) {
            assertEquals(404, aspen.goTo(caseAddress).status());
            aspen.goTo("/therapist/clients");
            assertTrue(aspen.text().contains("No clients yet"));
        }
        try (Visitor birch = Visitor.atDesk().signInAt("/admin/people", "birch")) {
            Colleagues.change(birch, "Aspen", "Take therapist role");
        }
        try (Visitor aspen = Visitor.atDesk().signInAt("/therapist/today", "aspen")) {
            assertEquals(404, aspen.goTo("/therapist/today").status());
        }
    }

    @Test
    @Order(10)
    void theMailThatLeftSaysOnlyThatSomethingWaits() {
        try (Visitor visitor = Visitor.atDesk()) {
            var mail = visitor.world().stack().mail();
            Eventually.holds(() -> mail.all().size() >= 2);
            mail.raw().forEach(letter -> {
                assertTrue(Pattern.compile(
                                "Subject: (A message is waiting|Your sign-in|Please read today|Please sign in today|Reminder: [A-Z][a-z]+day \\d\\d:\\d\\d \\([A-Z][A-Za-z ]+ time\\))\r?\n")
                        .matcher(letter)
                        .find());
                assertFalse(letter.contains(Canaries.STORY) || letter.contains(Canaries.NAME));
            });
        }
    }

    /** On a phone a day is chosen from the strip first; days say how many times they have. */
    private static String chooseAFreeTime(Visitor visitor) {
        Page page = visitor.page();
        Locator days = page.locator(".day-strip a")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("[1-9]\\d* times|[1-9]\\d* free")));
        for (int week = 0; week < 4 && days.count() == 0; week++) {
            page.locator(".week-nav a").last().click();
            page.waitForLoadState();
        }
        days.last().click();
        page.waitForLoadState();
        Locator slot = page.locator(".slot:visible").last();
        String start = slot.getAttribute("value");
        slot.click();
        page.waitForURL("**/client/book?hold=**");
        return start;
    }
}
