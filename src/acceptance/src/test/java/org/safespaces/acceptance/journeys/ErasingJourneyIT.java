package org.safespaces.acceptance.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.safespaces.acceptance.support.Enquiry;
import org.safespaces.acceptance.support.Inbox;
import org.safespaces.acceptance.support.Visitor;

/** Rowan asks for a record to be erased; it is kept, put on hold, and erased in the end; slate, whose it was, is told. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ErasingJourneyIT {
    private static final String STORY = "a story that goes for ever";
    private static final String NOTE = "a note that goes for ever";

    private static String code;
    private static String enquiryAddress;
    private static String caseAddress;
    private static String noteAddress;
    private static String eraseAddress;
    private static String designation;

    @BeforeAll
    static void rowanHasARecordOfSlates() {
        try (Visitor stranger = Visitor.onPhoneWithoutScript()) {
            code = Enquiry.begunBy(stranger).upToCheck(STORY, "Slate").send();
        }
        try (Visitor rowan = unlocked("rowan")) {
            rowan.goTo(Inbox.ALL);
            enquiryAddress = rowan.page().locator("#fresh tbody tr a").last().getAttribute("href");
            rowan.goTo(enquiryAddress);
            assertTrue(rowan.text().contains(STORY));
            Inbox.accept(rowan);
            caseAddress = rowan.page().url().replaceAll(".*(/therapist/client\\?id=[0-9a-f-]+).*", "$1");
            rowan.follow("New note");
            rowan.page().fill("#note\\:said", NOTE);
            rowan.press("Sign and lock");
            rowan.page().waitForURL("**/therapist/note?**id=**");
            noteAddress = rowan.page().url().substring(rowan.world().address().length());
        }
        try (Visitor slate = Visitor.onPhone().signInAt("/client/join", "slate")) {
            slate.page().fill("#join\\:code", code);
            slate.press("Join");
            slate.page().waitForURL("**/client/book**");
        }
    }

    @Test
    @Order(1)
    void sheAsksFromTheCasePageWithAReasonAndHerPhrase() {
        try (Visitor rowan = unlocked("rowan")) {
            rowan.goTo(caseAddress);
            rowan.follow("Erase this record");
            eraseAddress = rowan.page().url().substring(rowan.world().address().length());
            designation = rowan.page().locator(".back a").innerText();
            assertTrue(rowan.text().contains("Nobody can bring it back"));
            ask(rowan, "", "six words that are not hers");
            rowan.waitForWords("Please choose a reason");
            ask(rowan, "CLIENT_ASKED", "six words that are not hers");
            rowan.waitForWords("These words do not open a vault");
            assertEquals("CLIENT_ASKED", rowan.page().inputValue("#ask\\:reason"), "what was chosen is kept");
            assertEquals("", rowan.page().inputValue("#ask\\:phrase"), "and a phrase is not");
            ask(rowan, "CLIENT_ASKED", rowan.world().person("rowan").phrase());
            rowan.waitForWords("Another therapist or an admin decides now");
            rowan.goTo("/therapist/erasures");
            look(rowan);
            assertTrue(rowan.text().contains("You asked for this. Somebody else decides."));
            assertFalse(rowan.text().contains("Erase for ever"));
        }
    }

    @Test
    @Order(2)
    void theSecondPersonSeesWhichRecordAndWhyAndMayKeepIt() {
        try (Visitor alder = Visitor.onPhone().signInAt("/therapist/erasures", "alder")) {
            look(alder);
            assertTrue(alder.text().contains("The client asked for it"));
            assertTrue(alder.text().contains("Tall Rowan"));
            assertFalse(alder.page().content().contains(STORY)
                    || alder.page().content().contains(NOTE));
            alder.press("Keep the record");
            alder.page().waitForURL("**/therapist/erasures");
            assertTrue(row(alder).innerText().contains("Kept"));
        }
        try (Visitor rowan = unlocked("rowan")) {
            rowan.goTo(noteAddress);
            assertTrue(rowan.text().contains(NOTE), "everything opens as before");
        }
    }

    @Test
    @Order(3)
    void aHoldBlocksEvenWhoeverHasThePageOpenAlready() {
        try (Visitor rowan = unlocked("rowan");
                Visitor alder = Visitor.atDesk().signInAt("/therapist/erasures", "alder");
                Visitor birch = Visitor.atDesk().signInAt("/admin/erasures", "birch")) {
            rowan.goTo(eraseAddress);
            ask(rowan, "CLIENT_ASKED", rowan.world().person("rowan").phrase());
            rowan.waitForWords("Another therapist or an admin decides now");
            alder.goTo("/therapist/erasures");
            look(alder);
            birch.goTo("/admin/erasures");
            assertFalse(birch.text().contains("Tall Rowan"), "an admin is not told whose client it is");
            look(birch);
            birch.page().selectOption("#why", "COMPLAINT_OR_CLAIM");
            birch.press("Set a hold");
            birch.waitForWords("A complaint or claim is open");

            alder.press("Erase for ever");
            alder.waitForWords("That has changed meanwhile");
            look(alder);
            assertTrue(alder.text().contains("It can be erased once the hold is lifted."));
            assertEquals(0, alder.page().getByText("Erase for ever").count());
            rowan.goTo(eraseAddress);
            assertTrue(rowan.text().contains("This record is on hold"));
            rowan.goTo(noteAddress);
            assertTrue(rowan.text().contains(NOTE));

            birch.press("Lift the hold");
            birch.page().waitForURL("**/admin/erasures");
            assertFalse(birch.text().contains("A complaint or claim is open"));
        }
    }

    @Test
    @Order(4)
    void twoHaveDecidedAndACertificateIsShown() {
        try (Visitor alder = Visitor.atDesk().signInAt("/therapist/erasures", "alder")) {
            look(alder);
            alder.press("Erase for ever");
            alder.waitForWords("The record is erased");
            alder.follow("Certificate");
            assertTrue(alder.text().contains("Certificate of erasure"));
            assertTrue(alder.text().contains(designation));
            assertEquals(4, alder.page().locator(".hashes li").count());
            assertTrue(alder.text().contains("No backup can be read any more from"));
        }
    }

    @Test
    @Order(5)
    void nothingOfItOpensAndTheCaseIsSaidToBeErased() {
        try (Visitor rowan = unlocked("rowan")) {
            for (String address : new String[] {caseAddress, noteAddress, noteAddress + "&edit=1", eraseAddress}) {
                assertEquals(404, rowan.goTo(address).status(), address);
                assertFalse(rowan.page().content().contains(NOTE)
                        || rowan.page().content().contains(STORY));
            }
            rowan.goTo(enquiryAddress);
            assertFalse(rowan.page().content().contains(STORY));
            rowan.goTo("/therapist/clients");
            assertFalse(rowan.text().contains(designation));
            rowan.goTo("/therapist/search");
            rowan.page().fill("#search\\:asked", NOTE);
            rowan.press("Search");
            rowan.waitForWords("Nothing found");
            rowan.goTo("/therapist/erasures");
            assertTrue(row(rowan).first().innerText().contains("Erased"));
            row(rowan).first().getByText("Certificate").click();
            rowan.waitForWords("Certificate of erasure");
        }
    }

    @Test
    @Order(6)
    void whoseItWasIsToldAndHerCodeLeadsNowhere() {
        try (Visitor slate = Visitor.onPhone().signInAt("/client/home", "slate")) {
            assertTrue(slate.text().contains("Your record is gone"));
        }
        try (Visitor stranger = Visitor.onPhone()) {
            stranger.goTo("/messages");
            stranger.page().fill("#enter\\:code", code);
            stranger.press("Show me where it stands");
            assertTrue(stranger.page().title().startsWith("Error:"));
        }
    }

    private static Visitor unlocked(String account) {
        return Visitor.atDesk().signInAt("/therapist/today", account).unlock(account);
    }

    private static void ask(Visitor rowan, String reason, String phrase) {
        if (!reason.isEmpty()) {
            rowan.page().selectOption("#ask\\:reason", reason);
        }
        rowan.page().fill("#ask\\:phrase", phrase);
        rowan.press("Ask for erasure");
    }

    /** The lines about this record, the open one before those that are decided. */
    private static Locator row(Visitor visitor) {
        return visitor.page().locator("li.row:has-text(\"" + designation + "\")");
    }

    private static void look(Visitor visitor) {
        row(visitor).getByText("Look").first().click();
        visitor.page().waitForURL("**/erasures?id=*");
    }
}
