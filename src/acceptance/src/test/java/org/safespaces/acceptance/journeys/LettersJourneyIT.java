package org.safespaces.acceptance.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.safespaces.acceptance.support.Visitor;

/** A letter from the desk of a therapist to her client's phone: written, finished, downloaded, shared, read, and kept. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LettersJourneyIT {
    private static final String SAID = "Dear Linen,\n\nYou asked me to say that you came on 5 November. \u2764";
    private static String linens;
    private static String code;

    @Test
    @Order(1)
    void aTherapistWritesALetterByKeyboardAndNothingTypedIsLost() {
        try (Visitor rowan = rowan()) {
            rowan.goTo("/therapist/clients");
            rowan.page().locator("tr:has-text(\"Linen Moth\") a").first().click();
            rowan.page().waitForURL("**/therapist/client?**");
            linens = rowan.page().url().replaceAll(".*[?&]id=([0-9a-f-]+).*", "$1");
            rowan.goTo("/therapist/new-code?case=" + linens);
            rowan.press("Draw a new code");
            code = rowan.page().locator("#given").innerText().replaceAll("\\D", "");

            rowan.goTo("/therapist/client?id=" + linens);
            rowan.follow("Letters");
            rowan.page().getByText("New letter").focus();
            rowan.page().keyboard().press("Enter");
            rowan.page().waitForSelector("#said");
            rowan.page().focus("button[value=keep]");
            rowan.page().keyboard().press("Enter");
            rowan.waitForWords("Write something first");
            rowan.page().fill("#said", SAID);
            rowan.page().context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("__Host-vault"));
            rowan.press("Keep as draft");
            rowan.page().waitForSelector("div[role=alert]");
            assertEquals(SAID, rowan.page().inputValue("#said"), "the vault has locked meanwhile");
            unlockElsewhere(rowan);
            rowan.press("Keep as draft");
            rowan.waitForWords("The draft is kept");
            assertEquals(SAID, rowan.page().inputValue("#said"));
        }
    }

    @Test
    @Order(2)
    void finishedItDoesNotChangeAndCanBeDownloadedAndShared() throws IOException {
        try (Visitor rowan = rowan()) {
            rowan.goTo("/therapist/documents?id=" + linens);
            assertTrue(rowan.text().contains("Draft"), rowan.text());
            rowan.follow("Go on writing");
            try (Visitor elsewhere = rowan()) {
                elsewhere.goTo("/therapist/documents?id=" + linens);
                elsewhere.follow("Go on writing");
                elsewhere.press("Finish the letter");
                elsewhere.waitForWords("The letter is finished");
            }
            rowan.page().fill("#said", "something else");
            rowan.press("Keep as draft");
            rowan.page().waitForSelector("div[role=alert]");
            assertEquals("something else", rowan.page().inputValue("#said"), "it was finished in another window");

            rowan.goTo("/therapist/documents?id=" + linens);
            rowan.page()
                    .locator("main a[href*='/therapist/document?'][href*='&id=']")
                    .first()
                    .click();
            rowan.waitForWords("It does not change any more");
            assertEquals(0, rowan.page().locator("textarea").count());
            assertEquals("Letter", rowan.page().title());
            isTheLetter(rowan.page().waitForDownload(() -> rowan.page().click("button[value=file]")));
            rowan.press("Share with your client");
            rowan.waitForWords("Your client has the letter");
        }
    }

    @Test
    @Order(3)
    void sheReadsItWithHerCodeAndKeepsTheSameFile() throws IOException {
        try (Visitor linen = Visitor.onPhoneWithoutScript().signInAt("/client/home", "linen")) {
            assertTrue(linen.text().contains("There is a new letter for you."), linen.text());
            linen.follow("My documents");
            assertFalse(linen.page().content().contains("5 November."), "signing in opens nothing");
            linen.page().fill("#code", code);
            linen.press("Open");
            assertTrue(linen.text().contains("You asked me to say that you came on 5 November."), linen.text());
            assertEquals("My documents", linen.page().title());
            isTheLetter(linen.page().waitForDownload(() -> linen.page().click("button[name=letter]")));
            linen.press("Close");
            linen.goTo("/client/documents");
            assertFalse(linen.page().content().contains("5 November."));
        }
    }

    /** What came is a file that says what was written, under a name that says nothing. */
    private static void isTheLetter(Download download) throws IOException {
        assertTrue(
                download.suggestedFilename().matches("letter-\\d{4}-\\d\\d-\\d\\d\\.pdf"),
                download.suggestedFilename());
        try (InputStream file = download.createReadStream();
                PDDocument letter = Loader.loadPDF(file.readAllBytes())) {
            String text = new PDFTextStripper().getText(letter);
            assertTrue(text.contains("You asked me to say that you came on 5 November. \u25A1"), text);
        }
    }

    private static Visitor rowan() {
        return Visitor.atDesk().signInAt("/therapist/today", "rowan").unlock("rowan");
    }

    /** In another tab of the same browser. */
    private static void unlockElsewhere(Visitor rowan) {
        Page tab = rowan.page().context().newPage();
        tab.navigate(rowan.world().address() + "/therapist/unlock");
        tab.fill("#unlock\\:phrase", rowan.world().person("rowan").phrase());
        tab.click("input[type=submit]");
        tab.waitForURL("**/therapist/today");
        tab.close();
    }
}
