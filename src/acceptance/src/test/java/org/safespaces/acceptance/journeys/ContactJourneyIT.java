package org.safespaces.acceptance.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.safespaces.acceptance.support.Enquiry;
import org.safespaces.acceptance.support.Eventually;
import org.safespaces.acceptance.support.Inbox;
import org.safespaces.acceptance.support.Keyring;
import org.safespaces.acceptance.support.Letters;
import org.safespaces.acceptance.support.Visitor;
import org.safespaces.acceptance.support.World;
import org.safespaces.devstack.MailCatcher;

/** A therapist confirms how a client may be reached; from then on she hears of her appointments, in words that say nothing. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContactJourneyIT {
    private static final String ADDRESS = "moth.of.linen@example.org";
    private static String caseId;

    @Test
    @Order(1)
    void whoeverAcceptsAnEnquirySeesWhatTheyWroteAndCopiesWhatMayBeUsed() {
        try (Visitor her = Visitor.onPhoneWithoutScript()) {
            Map<String, String> answers = new HashMap<>(Enquiry.adult("money", "SC01", "email", "SC03", "no"));
            answers.putAll(Map.of("SC02", "sedge@example.org", "SC11", "willow", "SC12", "her brother"));
            Enquiry.begunBy(her).upTo("check", answers).send();
        }
        try (Visitor rowan = rowan()) {
            Inbox.openNewest(rowan);
            Inbox.goTo(rowan, "Accept as a client");
            assertTrue(rowan.text().contains("until you have confirmed how they may be reached"));
            Locator withoutHold = rowan.page().locator("#hold-no");
            if (withoutHold.count() > 0) {
                withoutHold.check();
            }
            rowan.press("Accept as a client");
            rowan.page().waitForURL("**/therapist/client?**");
            assertTrue(rowan.text().contains("Nothing is sent"));
            rowan.follow("Confirm safe contact");
            rowan.page().waitForURL("**/therapist/contact?**");
            String wrote = rowan.page().locator("#wrote").innerText();
            assertTrue(wrote.contains("sedge@example.org") && wrote.contains("her brother"), wrote);
            assertEquals(
                    "Stays sealed",
                    rowan.page()
                            .locator("#wrote dl > div:has-text('her brother') dd")
                            .last()
                            .innerText());
            assertEquals("", rowan.page().inputValue("#mail"), "nothing is copied by itself");
            confirm(rowan);
        }
    }

    private static void confirm(Visitor rowan) {
        rowan.page().check("#way-mail");
        rowan.page().fill("#mail", "sedge at home");
        rowan.page().check("#way-voicemail");
        rowan.page().check("#wording-time");
        rowan.press("Confirm");
        rowan.waitForWords("Write an email address");
        assertTrue(rowan.text().contains("Tick at least one safe time"));
        assertTrue(rowan.text().contains("Tick that somebody may ring"));
        assertEquals("sedge at home", rowan.page().inputValue("#mail"), "nothing typed is lost");
        assertTrue(rowan.page().isChecked("#wording-time"));
        rowan.page().fill("#mail", "sedge@example.org");
        rowan.page().uncheck("#way-voicemail");
        rowan.page().check("#TUESDAY-EVENING");
        rowan.press("Confirm");
        rowan.waitForWords("Safe contact is confirmed");
        assertFalse(rowan.page().content().contains("sedge@example.org"), "an address stands on its own page only");
        rowan.follow("Safe contact");
        assertEquals("sedge@example.org", rowan.page().inputValue("#mail"));
        assertTrue(rowan.page().isChecked("#TUESDAY-EVENING"));
        assertFalse(rowan.page().isChecked("#TUESDAY-MORNING"));
        assertTrue(rowan.page().isChecked("#wording-time"));
    }

    @Test
    @Order(2)
    void aClientHearsOnceThatAMessageIsWaiting() {
        try (Visitor rowan = rowan()) {
            rowan.goTo("/therapist/clients");
            rowan.page()
                    .locator(
                            "main tr:has-text('Linen Moth') a[href*='/client?'], main li:has-text('Linen Moth') a[href*='/client?']")
                    .first()
                    .click();
            rowan.page().waitForURL("**/therapist/client?**");
            rowan.follow("Safe contact");
            rowan.page().waitForURL("**/therapist/contact?**");
            caseId = rowan.page().url().replaceAll(".*/therapist/contact\\?case=([0-9a-f-]+).*", "$1");
            rowan.page().check("#way-mail");
            rowan.page().fill("#mail", ADDRESS);
            rowan.page().check("#always");
            rowan.press("Confirm");
            rowan.waitForWords("Safe contact is confirmed");
            Letters.goAgain(rowan, caseId);
        }
        try (Visitor linen = Visitor.onPhone().signInAt("/client/book", "linen")) {
            String first = book(linen);
            if (linen.text().contains("Your therapist has been told")) {
                agreeTo(first);
                linen.goTo("/client/book");
                book(linen);
            }
            time();
            Eventually.holds(() -> letters().size() == 1);
            assertEquals(List.of("A message is waiting"), letters());
            assertFalse(
                    World.open().stack().mail().raw().stream()
                            .filter(letter -> letter.contains(ADDRESS))
                            .anyMatch(letter -> letter.toLowerCase(java.util.Locale.ROOT)
                                    .matches("(?s).*(therap|linen moth|appointment|session|safe spaces|http).*")),
                    "it says nothing of what, whom or where");
        }
    }

    @Test
    @Order(3)
    void frozenSheHearsNothing() {
        try (Visitor rowan = rowan()) {
            rowan.goTo("/therapist/contact?case=" + caseId);
            rowan.press("Freeze all letters");
            rowan.waitForWords("Nothing goes out until somebody has looked");
            rowan.goTo("/therapist/contact?case=" + caseId);
            assertTrue(rowan.text().contains("Letters are frozen"));
        }
        try (Visitor linen = Visitor.onPhone().signInAt("/client/appointments", "linen")) {
            linen.goTo("/client/book");
            book(linen);
            time();
            Eventually.holds(() -> waiting() == 0);
            assertEquals(1, letters().size(), "the one of before");
        }
    }

    @Test
    @Order(4)
    void sheStopsThemHerselfWithoutScriptAndHerTherapistSeesIt() {
        try (Visitor rowan = rowan()) {
            rowan.goTo("/therapist/contact?case=" + caseId);
            rowan.press("I have looked. Letters may go again");
            rowan.waitForWords("They go by what was agreed on");
        }
        try (Visitor linen = Visitor.onPhoneWithoutScript().signInAt("/client/home", "linen")) {
            linen.follow("Letters to you, and how to stop them");
            assertTrue(linen.text().contains("Letters go to your email"));
            assertFalse(linen.page().content().contains(ADDRESS), "others may look over her shoulder");
            linen.press("Stop all letters");
            assertTrue(linen.text().contains("All letters are stopped"));
            linen.goTo("/client/letters");
            assertTrue(linen.text().contains("Your therapist looks at it with you first"));
        }
        try (Visitor rowan = Visitor.onPhone().signInAt("/therapist/today", "rowan")) {
            assertTrue(rowan.page().locator("#letters").innerText().contains("Your client has stopped letters"));
        }
        try (Visitor rowan = rowan()) {
            // who comes after finds a client who is written to
            Letters.goAgain(rowan, caseId);
        }
    }

    private static Visitor rowan() {
        return Visitor.atDesk().signInAt("/therapist/today", "rowan").unlock("rowan");
    }

    /** Books the last of the free times that are shown; its id. */
    private static String book(Visitor linen) {
        Page page = linen.page();
        Locator days = page.locator(".day-strip a")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("[1-9]\\d* times|[1-9]\\d* free")));
        for (int week = 0; week < 4 && days.count() == 0; week++) {
            page.locator(".week-nav a").last().click();
            page.waitForLoadState();
        }
        days.last().click();
        page.waitForLoadState();
        page.locator(".slot:visible").last().click();
        page.waitForURL("**/client/book?hold=**");
        page.locator("main button[name=do].button-main").first().click();
        page.waitForURL("**/client/appointment?id=**");
        return page.url().replaceAll(".*id=([0-9a-f-]+).*", "$1");
    }

    /** As her therapist would; that has a journey of its own. */
    private static void agreeTo(String appointment) {
        try (Keyring rows = Keyring.of(World.open())) {
            rows.change("UPDATE appointment SET status = 'CONFIRMED' WHERE id = ?::uuid", appointment);
        }
    }

    /** Lets the three minutes pass in which a change can be taken back. */
    private static void time() {
        try (Keyring rows = Keyring.of(World.open())) {
            rows.change(
                    "UPDATE outbox SET not_before = now() - interval '1 second' WHERE state = 'WAITING' AND letter = 'TIME_BOOKED'");
        }
    }

    private static int waiting() {
        try (Keyring rows = Keyring.of(World.open())) {
            return Integer.parseInt(
                    rows.one("SELECT count(*) FROM outbox WHERE state = 'WAITING' AND letter = 'TIME_BOOKED'"));
        }
    }

    /** The subjects of what has reached her. */
    private static List<String> letters() {
        return World.open().stack().mail().all().stream()
                .filter(letter -> letter.to().contains(ADDRESS))
                .map(MailCatcher.Caught::subject)
                .toList();
    }
}
