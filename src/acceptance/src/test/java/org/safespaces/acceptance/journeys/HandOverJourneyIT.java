package org.safespaces.acceptance.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.safespaces.acceptance.support.Visitor;
import org.safespaces.acceptance.support.World;

/** Linen's case passes from Rowan to Alder, is covered by Rowan for a while, and passes back; Linen is told each time. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HandOverJourneyIT {
    private static final String NOTE = "Alder's first words in this record";
    private static final String SUMMARY = "She likes to begin on time, and to end with the week ahead.";
    private static String caseAddress;
    private static String handOverAddress;

    @Test
    @Order(1)
    void rowanOffersHerClientToAColleague() {
        try (Visitor rowan =
                Visitor.onPhone().signInAt("/therapist/today", "rowan").unlock("rowan")) {
            rowan.goTo("/therapist/clients");
            rowan.page().locator("tr:has-text(\"Linen Moth\") a").click();
            rowan.page().waitForURL("**/therapist/client?**");
            caseAddress = rowan.page().url().replaceAll(".*(/therapist/client\\?id=[0-9a-f-]+).*", "$1");
            handOverAddress = caseAddress.replace("client?id=", "hand-over?case=");
            rowan.follow("Hand over or arrange cover");
            rowan.press("Offer the hand-over");
            assertTrue(rowan.text().contains("Choose a colleague"), "nothing is given to nobody");
            rowan.follow("Write a summary");
            assertTrue(rowan.page().inputValue("#said").contains("Case open since"), "it begins with what is known");
            rowan.page().fill("#said", "");
            rowan.press("Keep the summary");
            rowan.waitForWords("Write something first");
            rowan.page().fill("#said", SUMMARY);
            rowan.press("Keep the summary");
            rowan.waitForWords("Your summary is kept");
            offerTo(rowan, "Grey Alder");
            assertTrue(rowan.text().contains("The hand-over is offered"));
            rowan.goTo(caseAddress);
            assertTrue(rowan.text().contains("Offered to Grey Alder"));
        }
    }

    @Test
    @Order(2)
    void linenSeesWhoWasAskedAndMayAsk() {
        try (Visitor linen = Visitor.onPhone().signInAt("/client/home", "linen")) {
            assertTrue(linen.text().contains("Who can open your record has changed"));
            linen.follow("See who can open it");
            assertTrue(linen.text().contains("Tall Rowan asked Grey Alder to become your therapist"));
            linen.goTo("/client/home");
            assertFalse(linen.text().contains("Who can open your record has changed"), "she has looked");
        }
    }

    @Test
    @Order(3)
    void alderAcceptsReadsWhatWasWrittenAndWrites() {
        try (Visitor alder = Visitor.atDesk().signInAt("/therapist/today", "alder")) {
            assertEquals(404, alder.goTo(caseAddress).status(), "an offer is not yet a client");
            alder.goTo("/therapist/today");
            alder.page()
                    .locator("li.row:has-text(\"Linen Moth\") a:has-text(\"Look\")")
                    .click();
            alder.page().waitForURL("**/therapist/unlock**");
            alder.page().fill("#unlock\\:phrase", alder.world().person("alder").phrase());
            alder.press("Unlock");
            alder.page().waitForURL("**/therapist/offer?**");
            String offer = alder.page().url().replaceAll(".*(/therapist/offer\\?id=[0-9a-f-]+).*", "$1");
            alder.press("Accept this client");
            alder.page().waitForURL("**/therapist/client?**");
            assertTrue(alder.text().contains("This client is yours now"));
            assertTrue(alder.text().contains(SUMMARY), alder.text());
            alder.goTo(caseAddress);
            assertTrue(alder.text().contains(SUMMARY), "until it is acknowledged");
            alder.press("I have read it");
            assertFalse(alder.text().contains("Handed over to you"), alder.text());
            alder.page().locator("li.row:has-text(\"Case note\") a").last().click();
            alder.page().waitForURL("**/therapist/note?**id=**");
            assertTrue(alder.page().locator(".prose").innerText().length() > 20);
            alder.goTo(caseAddress);
            alder.follow("New note");
            alder.page().fill("#note\\:said", NOTE);
            alder.press("Sign and lock");
            alder.page().waitForURL("**/therapist/note?**id=**");
            assertTrue(alder.text().contains(NOTE));
            alder.goTo(offer);
            assertTrue(alder.text().contains("This offer is not open any more"));
        }
    }

    @Test
    @Order(4)
    void rowanFindsNothingOfIt() {
        try (Visitor rowan =
                Visitor.atDesk().signInAt("/therapist/today", "rowan").unlock("rowan")) {
            assertEquals(404, rowan.goTo(caseAddress).status());
            assertEquals(404, rowan.goTo(handOverAddress).status());
            rowan.goTo("/therapist/clients");
            assertFalse(rowan.text().contains("Linen Moth"));
            rowan.goTo("/therapist/today");
        }
    }

    @Test
    @Order(5)
    void linenSeesThatItWasHandedOver() {
        try (Visitor linen = Visitor.atDesk().signInAt("/client/home", "linen")) {
            assertTrue(linen.text().contains("Who can open your record has changed"));
            assertTrue(linen.text().contains("Your therapist is Grey Alder"));
            linen.follow("Record");
            assertTrue(linen.text().contains("Handed over from Tall Rowan to Grey Alder"));
            assertEquals(1, linen.page().locator(".people li").count());
        }
    }

    @Test
    @Order(6)
    void rowanCoversForADayAndThenNotAnyMore() throws SQLException {
        String today = LocalDate.now(ZoneId.of("Europe/London")).toString();
        try (Visitor alder =
                Visitor.atDesk().signInAt("/therapist/today", "alder").unlock("alder")) {
            alder.goTo(handOverAddress);
            alder.page().locator("#covers label:has-text(\"Tall Rowan\")").click();
            alder.page().fill("#first", today);
            alder.press("Arrange cover");
            assertTrue(alder.text().contains("Choose a day"));
            assertTrue(alder.page().locator("#covers input:checked").count() == 1, "nothing chosen is lost");
            alder.page().fill("#last", today);
            alder.press("Arrange cover");
            assertTrue(alder.text().contains("Cover is arranged"));
        }
        try (Visitor rowan =
                Visitor.onPhone().signInAt("/therapist/today", "rowan").unlock("rowan")) {
            rowan.goTo("/therapist/clients");
            assertTrue(rowan.page()
                    .locator("tr:has-text(\"Linen Moth\")")
                    .innerText()
                    .contains("Cover until"));
            rowan.goTo(caseAddress);
            rowan.page().locator("li.row:has-text(\"Case note\") a").first().click();
            rowan.page().waitForURL("**/therapist/note?**id=**");
            assertTrue(rowan.page().locator(".prose").count() == 1);
            assertEquals(404, rowan.goTo(handOverAddress).status(), "whoever covers hands nothing on");

            theDayPasses();
            assertEquals(404, rowan.goTo(caseAddress).status());
        }
        try (Visitor alder = Visitor.atDesk().signInAt("/therapist/today", "alder")) {
            assertTrue(alder.text().contains("Change the lock"));
            alder.unlock("alder");
            assertFalse(alder.text().contains("Change the lock"), "the next unlock has done it");
            alder.goTo(caseAddress);
            assertFalse(alder.text().contains("does not match"));
        }
        try (Visitor linen = Visitor.onPhone().signInAt("/client/record", "linen")) {
            assertTrue(linen.text().contains("Tall Rowan no longer stands in for Grey Alder"));
        }
    }

    @Test
    @Order(7)
    void anOfferCanBeDeclinedOrTakenBackAndTheCaseComesHome() {
        try (Visitor alder =
                        Visitor.atDesk().signInAt("/therapist/today", "alder").unlock("alder");
                Visitor rowan =
                        Visitor.atDesk().signInAt("/therapist/today", "rowan").unlock("rowan")) {
            alder.goTo(handOverAddress);
            offerTo(alder, "Tall Rowan");
            openOffer(rowan);
            rowan.press("Decline");
            assertTrue(rowan.text().contains("This offer is not open any more"));

            alder.goTo(handOverAddress);
            alder.press("Change the lock");
            assertTrue(alder.text().contains("The lock has been changed"));
            offerTo(alder, "Tall Rowan");
            alder.press("Take the offer back");
            assertTrue(alder.text().contains("The offer is taken back"));

            offerTo(alder, "Tall Rowan");
            openOffer(rowan);
            rowan.press("Accept this client");
            rowan.page().waitForURL("**/therapist/client?**");
            assertEquals(404, alder.goTo(caseAddress).status());
        }
    }

    private static void offerTo(Visitor therapist, String colleague) {
        therapist.page().locator("#takes label:has-text(\"" + colleague + "\")").click();
        therapist.press("Offer the hand-over");
    }

    private static void openOffer(Visitor therapist) {
        therapist.goTo("/therapist/today");
        therapist
                .page()
                .locator("li.row:has-text(\"Linen Moth\") a:has-text(\"Look\")")
                .click();
        therapist.page().waitForURL("**/therapist/offer?**");
    }

    /** The clock of the servers cannot be moved: the server's own record of the cover is. */
    private static void theDayPasses() throws SQLException {
        try (Connection database = World.open().stack().asThief("practice");
                PreparedStatement past = database.prepareStatement(
                        "UPDATE cover SET begins = begins - interval '2 days', ends = now() - interval '1 second'"
                                + " WHERE ended_on IS NULL")) {
            assertEquals(1, past.executeUpdate());
        }
    }
}
