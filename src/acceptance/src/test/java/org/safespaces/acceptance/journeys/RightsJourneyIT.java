package org.safespaces.acceptance.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.safespaces.acceptance.support.Enquiry;
import org.safespaces.acceptance.support.Inbox;
import org.safespaces.acceptance.support.Visitor;

/** A therapist goes through a record, hands a copy over, answers what is not right, and lets the record rest: without script at her side. */
class RightsJourneyIT {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

    @Test
    void aRecordIsGoneThroughEntryByEntryAndHandedOver() throws IOException {
        String story = "A story of a journey of rights";
        try (Visitor her = Visitor.onPhoneWithoutScript()) {
            Enquiry.begunBy(her).upToCheck(story, "somebody").send();
        }
        try (Visitor rowan =
                Visitor.atDesk().signInAt("/therapist/today", "rowan").unlock("rowan")) {
            Page page = rowan.page();
            Inbox.openNewest(rowan);
            page.fill("#aside\\:said", "Her sister Mabel rang as well.");
            rowan.press("Keep note");
            rowan.waitForWords("Her sister Mabel rang as well.");
            Inbox.accept(rowan);
            String id = page.url().replaceAll(".*[?&]id=([0-9a-f-]+).*", "$1");

            rowan.follow("Rights");
            page.waitForURL("**/therapist/rights?**");
            page.locator("main a[href*='/therapist/copy?']").click();
            page.waitForURL("**/therapist/copy?**");
            page.fill("#came", TODAY.plusDays(3).toString());
            page.click("button[value=enter]");
            rowan.waitForWords("This day is still to come");
            assertEquals(TODAY.plusDays(3).toString(), page.inputValue("#came"), "nothing typed is lost");
            page.fill("#came", TODAY.toString());
            page.click("button[value=enter]");
            rowan.waitForWords("The request is entered");
            assertEquals(0, page.locator("button[value=release]").count(), "somebody has to look first");

            Locator undecided = page.locator("tr:has-text('To decide') a");
            assertEquals(1, undecided.count(), "what she sent herself is hers");
            undecided.first().click();
            rowan.waitForWords("Her sister Mabel rang as well.");
            page.check("#choice-REDACT");
            page.fill("#text", "Somebody of her family rang as well.");
            rowan.press("Keep this decision");
            rowan.waitForWords("Say why");
            assertEquals("Somebody of her family rang as well.", page.inputValue("#text"));
            page.fill("#reason", "It names her sister.");
            rowan.press("Keep this decision");
            rowan.waitForWords("The decision is kept");

            String words = page.locator("#copy-phrase").innerText();
            assertEquals(6, words.split(" ").length);
            Download download = page.waitForDownload(() -> page.click("button[value=release]"));
            assertEquals("copy-" + TODAY + ".pdf", download.suggestedFilename());
            byte[] file = Files.readAllBytes(download.path());
            assertThrows(InvalidPasswordException.class, () -> Loader.loadPDF(file));
            try (PDDocument read = Loader.loadPDF(file, words)) {
                String text = new PDFTextStripper().getText(read);
                assertTrue(text.contains(story), text);
                assertTrue(text.contains("Somebody of her family rang"), text);
                assertFalse(text.contains("Mabel"), text);
            }
            rowan.goTo("/therapist/copy?case=" + id);
            assertFalse(words.equals(page.locator("#copy-phrase").innerText()), "words are shown once");
            assertTrue(rowan.text().contains("Handed over"), rowan.text());

            rowan.goTo("/therapist/corrections?case=" + id);
            page.fill("#said", "She was born in May.");
            page.click("button[value=keep]");
            rowan.waitForWords("It is kept");
            page.locator("a[href*='answer=']").click();
            page.waitForURL(Pattern.compile("answer="));
            page.check("#how-REFUSED");
            page.fill("#said", "The enquiry says June, and so do the notes.");
            page.click("button[value=keep]");
            rowan.waitForWords("Not amended");
            assertTrue(rowan.text().contains("She was born in May."), rowan.text());

            rowan.goTo("/therapist/outside-request?case=" + id);
            page.fill("#came", TODAY.toString());
            page.selectOption("#decision", "REFUSED");
            page.fill("#asked", "All notes");
            rowan.press("Seal and keep");
            rowan.waitForWords("Choose the day of the answer");
            assertEquals("All notes", page.inputValue("#asked"));
            page.fill("#who", "DC Plum");
            page.fill("#answered", TODAY.toString());
            rowan.press("Seal and keep");
            rowan.waitForWords("It is sealed");

            rowan.goTo("/therapist/rights?case=" + id);
            page.selectOption("#why", "ACCURACY");
            page.click("button[value=rest]");
            rowan.waitForWords("The record is resting");
            rowan.goTo("/therapist/document?case=" + id);
            rowan.waitForWords("This record is resting");
            page.fill("#said", "Dear somebody");
            rowan.press("Keep as draft");
            rowan.waitForWords("Your words are still here");
            assertEquals("Dear somebody", page.inputValue("#said"));
            rowan.goTo("/therapist/rights?case=" + id);
            page.selectOption("#over", "SETTLED");
            page.click("button[value=lift]");
            rowan.waitForWords("The record is in use again");

            rowan.goTo("/therapist/retention");
            rowan.waitForWords("Kept long enough");
        }
    }
}
