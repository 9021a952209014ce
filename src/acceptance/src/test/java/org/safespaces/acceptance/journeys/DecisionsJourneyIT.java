package org.safespaces.acceptance.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.safespaces.acceptance.support.Enquiry;
import org.safespaces.acceptance.support.Inbox;
import org.safespaces.acceptance.support.Visitor;

/** What somebody writes in is read calmly and decided about, at a desk and on a phone; and her code tells her, without script. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DecisionsJourneyIT {
    private static final String STORY = "It was the ferryman of Ouseburn, they said";
    private static final String REPLY = "Thank you for trusting us. These people can do more than we can.";
    private static String code;

    @Test
    @Order(1)
    void somebodyWritesInOnAPhoneWithoutScript() {
        try (Visitor her = Visitor.onPhoneWithoutScript()) {
            Map<String, String> answers = new HashMap<>(Enquiry.adult("money", "S17", STORY, "S06", "money,gift"));
            answers.putAll(Map.of("T7", "elsewhere", "P01", "thinking", "N01", "Sedge", "SC11", "willow"));
            code = Enquiry.begunBy(her).upTo("check", answers).send();
            assertTrue(comeBack(her).contains("A therapist reads it"));
        }
    }

    @Test
    @Order(2)
    void theInboxSaysHowLongAndWhereItStandsAndTodaySaysTheSameWithTheVaultLocked() {
        try (Visitor rowan = Visitor.atDesk().signInAt("/therapist/intakes", "rowan")) {
            Locator fresh = rowan.page().locator("#fresh");
            int all = Integer.parseInt(fresh.locator(".count").innerText());
            assertTrue(all > 0);
            assertTrue(fresh.innerText().contains("Came today"));
            assertTrue(fresh.innerText().contains("Received"));
            assertTrue(rowan.page().locator("#waiting").innerText().contains("Nobody is on the waiting list"));
            rowan.goTo("/therapist/today");
            assertEquals(
                    all,
                    Integer.parseInt(rowan.page()
                            .locator("section:has(h2:text-is('New intakes')) .count")
                            .innerText()));
        }
    }

    @Test
    @Order(3)
    void itReadsWithTheirOwnWordsFirstThenWhatIsBesideThenTheirAnswersAndNothingThatWasNeverAsked() {
        try (Visitor rowan = rowan(Visitor.atDesk())) {
            Inbox.openNewest(rowan);
            String text = rowan.text();
            assertTrue(text.indexOf(STORY) < text.indexOf("What they answered"));
            assertTrue(text.contains("They see a therapist elsewhere"));
            assertTrue(text.contains("whether to hold the record"));
            assertTrue(text.contains("An image or a link is described?"));
            assertTrue(text.contains("Sedge"));
            assertTrue(text.contains("questions left blank"));
            assertFalse(rowan.page().content().contains("Still up, or still threatened"), "never asked on this form");
            assertFalse(rowan.page().locator("details[open]").count() > 0, "what was left blank is folded");
        }
    }

    @Test
    @Order(4)
    void onTheWaitingListSheIsToldTheDay() {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(14);
        try (Visitor rowan = rowan(Visitor.onPhone())) {
            Inbox.openNewest(rowan);
            Inbox.goTo(rowan, "Put on the waiting list");
            rowan.press("Put on the waiting list");
            rowan.waitForWords("Choose the day by which we write again");
            rowan.page().fill("#decide\\:message", "We will find room.");
            rowan.page().fill("#day", LocalDate.now(ZoneOffset.UTC).toString());
            rowan.press("Put on the waiting list");
            rowan.waitForWords("Choose a day from tomorrow until");
            assertEquals("We will find room.", rowan.page().inputValue("#decide\\:message"), "nothing typed is lost");
            rowan.page().fill("#day", day.toString());
            rowan.press("Put on the waiting list");
            rowan.page().waitForURL("**/therapist/intakes?done=wait");
            assertTrue(rowan.page().locator("#waiting").innerText().contains(spoken(day)));
        }
        try (Visitor her = Visitor.onPhoneWithoutScript()) {
            String told = comeBack(her);
            assertTrue(told.contains("We will write again by " + spoken(day)), told);
            assertTrue(told.contains("We will find room."), told);
        }
    }

    @Test
    @Order(5)
    void turnedAwaySheReadsWhoIsTheRightPlaceAndItIsGoneFromTheDesk() {
        String address;
        try (Visitor rowan = rowan(Visitor.atDesk())) {
            rowan.page().navigate(rowan.world().address() + Inbox.ALL);
            rowan.page().locator("#waiting tbody tr a").last().click();
            rowan.page().waitForURL("**/therapist/intake?**");
            address = rowan.page().url().replaceAll(".*(/therapist/intake\\?id=[0-9a-f-]+).*", "$1");
            Inbox.goTo(rowan, "We are not the right place");
            assertTrue(rowan.text().contains("destroyed for every reader"));
            rowan.press("Send this and end the enquiry");
            rowan.waitForWords("Tick at least one place");
            rowan.page().fill("#decide\\:message", REPLY);
            rowan.page().check("#place-RPH");
            rowan.page().locator("#place summary").click();
            rowan.page().check("#place-SAM");
            rowan.press("Send this and end the enquiry");
            rowan.page().waitForURL("**/therapist/intakes?done=not-right");
            assertEquals(
                    0,
                    rowan.page()
                            .locator("main a[href*='" + address.substring(14) + "']")
                            .count());
            assertEquals(404, rowan.goTo(address).status());
        }
        try (Visitor her = Visitor.onPhoneWithoutScript()) {
            String told = comeBack(her);
            assertTrue(told.contains("We are not the right place, and here is who is"), told);
            assertTrue(told.contains(REPLY), told);
            assertFalse(told.contains("We will find room."), "only the last reply is left");
            assertEquals(
                    Set.of("tel:03456000459", "tel:116123"),
                    her.page().locator(".places a[href^='tel:']").all().stream()
                            .map(link -> link.getAttribute("href"))
                            .collect(Collectors.toSet()));
        }
    }

    @Test
    @Order(6)
    void acceptingAsksWhetherToHoldWhereThePoliceMayBeConcerned() {
        somebodyWritesInOnAPhoneWithoutScript();
        try (Visitor rowan = rowan(Visitor.atDesk())) {
            Inbox.openNewest(rowan);
            Inbox.goTo(rowan, "Accept as a client");
            rowan.press("Accept as a client");
            rowan.waitForWords("Choose whether to hold this record");
            rowan.page().check("#hold-yes");
            rowan.press("Accept as a client");
            rowan.page().waitForURL("**/therapist/client?**");
            String id = rowan.page().url().replaceAll(".*[?&]id=([0-9a-f-]+).*", "$1");
            rowan.goTo("/therapist/erase?case=" + id);
            assertTrue(rowan.text().contains("Since "), rowan.text());
            rowan.press("Lift the hold");
        }
        try (Visitor her = Visitor.onPhoneWithoutScript()) {
            assertTrue(comeBack(her).contains("We can start"));
        }
    }

    @Test
    @Order(7)
    void whenTheVaultLocksMeanwhileNothingTypedIsLostAndClosingTellsHer() {
        somebodyWritesInOnAPhoneWithoutScript();
        try (Visitor rowan = rowan(Visitor.onPhone())) {
            Inbox.openNewest(rowan);
            Inbox.goTo(rowan, "Close it");
            rowan.page().fill("#decide\\:message", "We wish you well.");
            rowan.page()
                    .context()
                    .clearCookies(
                            new com.microsoft.playwright.BrowserContext.ClearCookiesOptions().setName("__Host-vault"));
            rowan.press("Close it now");
            rowan.waitForWords("Your vault has locked while you were here");
            assertEquals("We wish you well.", rowan.page().inputValue("#decide\\:message"));
            rowan.page().fill("#decide\\:phrase", rowan.world().person("rowan").phrase());
            rowan.press("Close it now");
            rowan.page().waitForURL("**/therapist/intakes?done=close");
        }
        try (Visitor her = Visitor.onPhoneWithoutScript()) {
            String told = comeBack(her);
            assertTrue(told.contains("You can start again at any time"), told);
            assertTrue(told.contains("We wish you well."), told);
        }
    }

    private static Visitor rowan(Visitor at) {
        return at.signInAt("/therapist/today", "rowan").unlock("rowan");
    }

    private static String comeBack(Visitor visitor) {
        visitor.goTo("/messages");
        visitor.page().fill("#enter\\:code", code);
        visitor.press("Show me where it stands");
        return visitor.text();
    }

    private static String spoken(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK).format(day);
    }
}
