package org.safespaces.acceptance.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safespaces.acceptance.support.Canaries;
import org.safespaces.acceptance.support.Enquiry;
import org.safespaces.acceptance.support.Visitor;

/** Answers that ask to be read today: acknowledged, acted upon and closed by one reader, in sight of the other. */
class SafetyTaskJourneyIT {
    private static final String DONE = "We spoke for half an hour and wrote down what keeps her safe.";
    private static final String NOTE = "Safe for now. I see her on Thursday.";
    private static final String REASON = "She spoke of a younger brother who is asked for the same.";

    @Test
    void aReaderAcknowledgesActsAndClosesAndTheOtherSeesIt() {
        send("T3", "thoughts");
        try (Visitor rowan = Visitor.atDesk().signInAt("/therapist/today", "rowan");
                Visitor alder = Visitor.atDesk().signInAt("/therapist/today", "alder")) {
            boolean rowans = button(newest(rowan)).count() > 0;
            Visitor owner = rowans ? rowan : alder;
            Visitor other = rowans ? alder : rowan;
            String account = rowans ? "rowan" : "alder";
            assertFalse(owner.page().content().contains(Canaries.STORY));
            assertTrue(newest(owner).innerText().contains("Yours."), "with the vault locked");
            assertTrue(
                    newest(other).innerText().contains("With "), newest(other).innerText());
            assertEquals(0, button(newest(other)).count());
            String enquiry =
                    newest(owner).locator("a[href*='/intake?']").first().getAttribute("href");

            button(newest(owner)).click();
            owner.waitForWords("Acknowledged today");

            newest(owner).locator("a[href*='follow-up']").click();
            owner.waitForWords("Unlock your vault first");
            owner.page()
                    .locator("main")
                    .getByRole(AriaRole.LINK)
                    .filter(words("Unlock"))
                    .click();
            owner.page().fill("#unlock\\:phrase", owner.world().person(account).phrase());
            owner.press("Unlock");
            owner.page().waitForURL("**/therapist/follow-up?**");
            act(owner);
            close(owner);
            owner.goTo("/therapist/today");
            assertEquals(
                    0,
                    owner.page()
                            .locator("#read-today a[href='" + enquiry + "']")
                            .count());
            other.unlock(rowans ? "alder" : "rowan");
            other.goTo(enquiry);
            assertTrue(other.text().contains("Closed today"));
            assertTrue(other.text().contains(DONE), "sealed for both readers");
            assertTrue(other.text().contains(NOTE));
            raise(other, enquiry, owner);
        }
    }

    private static void act(Visitor owner) {
        owner.page().fill("#said", DONE);
        owner.press("Seal and record");
        assertEquals(
                "Choose at least one.",
                owner.page().locator("#steps-error").innerText().strip());
        assertEquals(
                "Choose one.", owner.page().locator("#told-error").innerText().strip());
        assertEquals(DONE, owner.page().inputValue("#said"), "nothing typed is lost");
        owner.page().check("#steps-spoke");
        owner.page().check("#steps-plan");
        owner.page().check("#told-yes");
        owner.press("Seal and record");
        owner.page().waitForURL("**/therapist/follow-up?**done=acted");
        assertFalse(owner.page().content().contains(DONE), "what was sealed is read where it is kept");
    }

    private static void close(Visitor owner) {
        owner.press("Seal and close");
        owner.page().locator("#note-error").waitFor();
        owner.page().fill("#note", NOTE);
        owner.press("Seal and close");
        owner.waitForWords("This is closed");
        List<String> steps = owner.page().locator(".chain strong").allInnerTexts();
        assertEquals(List.of("Came", "Acknowledged", "What was done was recorded", "Closed"), steps);
    }

    /** L-15: opened by a reader, hers from the beginning, and taken over by the other. */
    private static void raise(Visitor reader, String enquiry, Visitor other) {
        reader.follow("Someone may be at risk");
        reader.page().waitForURL("**/therapist/follow-up?intake=**");
        reader.press("Seal and open");
        reader.page().locator("#reason-error").waitFor();
        reader.page().fill("#reason", REASON);
        reader.page().fill("#decision", "To ask our safeguarding lead today.");
        reader.page().check("#told-no");
        reader.press("Seal and open");
        reader.waitForWords("It is open, and it is yours");
        String task = reader.page().url().replaceAll(".*(/therapist/follow-up\\?id=[0-9a-f-]+).*", "$1");
        reader.goTo(enquiry);
        assertTrue(reader.text().contains(REASON));

        other.goTo(task);
        assertFalse(other.page().content().contains(REASON));
        other.press("Take it over");
        other.waitForWords("It is yours now");
        reader.goTo(task);
        assertTrue(reader.text().contains("With "));
        assertEquals(0, reader.page().locator("#act").count());
    }

    @Test
    void anAdminSeesNumbersAndTimesAndNobodyElse() {
        send("T3", "danger");
        String designation;
        try (Visitor rowan = Visitor.atDesk().signInAt("/therapist/today", "rowan")) {
            designation = newest(rowan).locator("strong").innerText();
        }
        try (Visitor birch = Visitor.atDesk().signInAt("/admin/system", "birch")) {
            assertTrue(birch.text().contains("Of these not acknowledged yet"));
            assertFalse(birch.text().contains(designation));
        }
    }

    private static void send(String question, String answer) {
        try (Visitor visitor = Visitor.onPhoneWithoutScript()) {
            Enquiry.begunBy(visitor)
                    .upTo("check", Enquiry.adult("money", question, answer, "S17", Canaries.STORY))
                    .send();
        }
    }

    private static Locator newest(Visitor therapist) {
        return therapist.page().locator("#read-today li.row").last();
    }

    private static Locator button(Locator row) {
        return row.getByRole(AriaRole.BUTTON);
    }

    private static Locator.FilterOptions words(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }
}
