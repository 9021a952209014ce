package org.safespaces.acceptance.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.safespaces.acceptance.support.Enquiry;
import org.safespaces.acceptance.support.Inbox;
import org.safespaces.acceptance.support.Visitor;

/** Somebody writes with her code, on a phone without script; a therapist answers; all of it is kept when she is accepted. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CorrespondenceJourneyIT {
    private static final String STORY = "A story of a journey of messages";
    private static final String QUESTION = "Is an evening possible for me?";
    private static final String ANSWER = "Yes. Thursdays after six, for example.";
    private static final String ASIDE = "I have room on Thursdays. Does anybody object?";
    private static String code;
    private static String intake;
    private static String client;

    @Test
    @Order(1)
    void sheTypesHerCodeOnceAndWritesAsOftenAsSheLikes() {
        try (Visitor her = Visitor.onPhoneWithoutScript()) {
            code = Enquiry.begunBy(her).upToCheck(STORY, "somebody").send();
            her.page().context().clearCookies();
            comeBack(her, code);
            assertTrue(her.text().contains("There are no messages yet"), her.text());
            assertTrue(her.text().contains("It is not watched day and night"));
            assertTrue(her.text().contains("Please do not send images"));
            assertTrue(her.page().locator(".strip").innerText().contains("999"));

            her.press("Send");
            assertTrue(her.text().contains("Write something first"));
            write(her, "data:image/png;base64,AAAA and " + QUESTION);
            assertTrue(her.text().contains("We cannot receive images"));
            assertTrue(her.page().inputValue("#reply\\:said").endsWith(QUESTION), "her words are kept");
            write(her, QUESTION);
            assertTrue(her.text().contains("Your message is sent"));
            her.page().reload();
            assertEquals(List.of("You"), who(her), "a reload sends nothing again");
            write(her, "See http://example.org/there");
            assertTrue(her.text().contains("hxxp://example.org/there"));
            assertEquals(0, her.page().locator(".thread a").count());
        }
    }

    @Test
    @Order(2)
    void withoutHerBrowsersKeyTheSessionShowsNothingAndClosingForgetsTheCode() {
        try (Visitor her = Visitor.onPhoneWithoutScript()) {
            comeBack(her, code);
            assertTrue(her.text().contains(QUESTION));
            her.page().context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("__Host-back"));
            her.goTo("/messages");
            assertFalse(her.text().contains(QUESTION));
            assertTrue(her.text().contains("Come back with your code"));

            comeBack(her, code);
            her.press("Close messages");
            assertTrue(her.page().url().endsWith(her.world().address() + "/"));
            her.goTo("/messages");
            assertTrue(her.text().contains("Come back with your code"));

            comeBack(her, code);
            assertEquals(
                    1200,
                    Integer.parseInt(her.page()
                            .locator("noscript meta[http-equiv=refresh], meta[http-equiv=refresh]")
                            .first()
                            .getAttribute("content")
                            .split(";")[0]));
            her.page()
                    .context()
                    .request()
                    .get(
                            her.world().address() + "/exit",
                            RequestOptions.create().setMaxRedirects(0));
            her.goTo("/messages");
            assertFalse(her.text().contains(QUESTION), "the quick exit forgets it");
        }
    }

    @Test
    @Order(3)
    void whereOthersCanSeeTheDeviceThePageClosesSooner() {
        try (Visitor her = Visitor.onPhoneWithoutScript()) {
            her.goTo("/messages");
            her.page().fill("#enter\\:code", code);
            her.page().check("#enter\\:shared");
            her.press("Show me where it stands");
            assertTrue(her.page().content().contains("content=\"300;url="));
        }
    }

    @Test
    @Order(4)
    void aTherapistAnswersAndTellsHerColleagues() {
        try (Visitor rowan =
                Visitor.atDesk().signInAt("/therapist/today", "rowan").unlock("rowan")) {
            open(rowan);
            assertTrue(rowan.text().contains(QUESTION));
            assertTrue(rowan.text().contains("Is an evening"));
            rowan.press("Send message");
            rowan.waitForWords("Write something first");
            assertTrue(rowan.text().contains(QUESTION), "the page is still there");
            rowan.page().fill("#reply\\:said", ANSWER);
            rowan.press("Send message");
            rowan.waitForWords(ANSWER);
            rowan.page().fill("#aside\\:said", ASIDE);
            rowan.press("Keep note");
            rowan.waitForWords(ASIDE);
            assertTrue(rowan.page().locator("#colleagues").innerText().contains("Tall Rowan"));
            assertFalse(rowan.page().locator("#letters").innerText().contains(ASIDE));
            rowan.goTo("/therapist/intakes");
            assertTrue(rowan.text().contains("We have written"));
        }
    }

    @Test
    @Order(5)
    void sheReadsTheAnswerAndNeverTheNoteForColleagues() {
        try (Visitor her = Visitor.onPhoneWithoutScript()) {
            comeBack(her, code);
            assertTrue(her.text().contains("We have written to you"));
            assertTrue(her.text().contains(ANSWER));
            assertEquals(List.of("You", "You", "The practice"), who(her));
            assertFalse(her.page().content().contains(ASIDE));
            assertFalse(her.page().content().contains("Tall Rowan"));
        }
    }

    @Test
    @Order(6)
    void aReplyIsNotLostWhenTheVaultLocksOrTheSignInEndsMeanwhile() {
        try (Visitor alder =
                Visitor.atDesk().signInAt("/therapist/today", "alder").unlock("alder")) {
            open(alder);
            assertTrue(alder.page().locator("#colleagues").innerText().contains(ASIDE), "a colleague reads it");
            alder.page().context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("__Host-vault"));
            alder.page().fill("#reply\\:said", "Typed before it locked.");
            alder.press("Send message");
            alder.waitForWords("Your message is not sent yet");
            assertEquals("Typed before it locked.", alder.page().inputValue("#unsent\\:said"));
            assertFalse(alder.page().content().contains(QUESTION), "locked: nothing of the enquiry is shown");
            alder.page().fill("#unsent\\:phrase", alder.world().person("alder").phrase());
            alder.press("Send message");
            alder.waitForWords("Typed before it locked.");
            assertTrue(alder.page().locator("#letters").innerText().contains("Typed before it locked."));
        }
        try (Visitor alder = Visitor.onPhoneWithoutScript()
                .signInAt("/therapist/today", "alder")
                .unlock("alder")) {
            open(alder);
            alder.page().fill("#aside\\:said", "Typed before the sign-in ended.");
            signInAnewElsewhere(alder);
            alder.press("Keep note");
            assertTrue(alder.text().contains("Your note is not kept yet"), alder.text());
            assertEquals("Typed before the sign-in ended.", alder.page().inputValue("#unsent\\:said"));
            alder.press("Keep note");
            assertTrue(alder.page().locator("#colleagues").innerText().contains("Typed before the sign-in ended."));
        }
    }

    /** In another tab, with her vault open again: the page with the text is of a session that has ended. */
    private static void signInAnewElsewhere(Visitor alder) {
        BrowserContext browser = alder.page().context();
        browser.clearCookies(new BrowserContext.ClearCookiesOptions().setName("__Host-session"));
        browser.clearCookies(new BrowserContext.ClearCookiesOptions().setName("__Host-vault"));
        try (Page other = browser.newPage()) {
            other.navigate(alder.world().address() + "/therapist/unlock");
            other.fill("#unlock\\:phrase", alder.world().person("alder").phrase());
            other.click("input[value=Unlock]");
            other.waitForURL("**/therapist/today");
        }
    }

    @Test
    @Order(7)
    void acceptedAllOfItIsInTheCaseFileAndSheReadsOn() {
        try (Visitor rowan =
                Visitor.atDesk().signInAt("/therapist/today", "rowan").unlock("rowan")) {
            open(rowan);
            Inbox.accept(rowan);
            client = rowan.page().url().replaceAll(".*[?&]id=([0-9a-f-]+).*", "$1");
            rowan.follow("Messages");
            rowan.waitForWords(QUESTION);
            assertTrue(rowan.text().contains(ANSWER));
            assertFalse(rowan.text().contains(ASIDE));
            assertEquals(4, rowan.page().locator("#letters li").count());
            rowan.goTo("/therapist/client?id=" + client);
            rowan.page()
                    .locator("li.row:has-text(\"Note for colleagues\") a")
                    .last()
                    .click();
            rowan.page().waitForURL("**/therapist/note?**");
            assertTrue(rowan.text().contains("Typed before the sign-in ended.")
                    || rowan.text().contains(ASIDE));
            assertEquals(0, rowan.page().getByText("Add a version").count());
        }
        try (Visitor her = Visitor.onPhoneWithoutScript()) {
            comeBack(her, code);
            assertTrue(her.text().contains("We can start"));
            assertTrue(her.text().contains(QUESTION));
            assertTrue(her.text().contains(ANSWER));
            assertFalse(her.page().content().contains(ASIDE));
            her.page().fill("#reply\\:said", "Thank you for taking me on.");
            her.press("Send");
            assertTrue(her.text().contains("Your message is sent"), "she writes on, into the case");
            assertTrue(her.text().contains("Not read yet"));
        }
    }

    private static void open(Visitor therapist) {
        if (intake == null) {
            therapist.goTo(Inbox.ALL);
            therapist.page().locator("#fresh tbody tr a").last().click();
            therapist.page().waitForURL("**/therapist/intake?**");
            intake = therapist.page().url().replaceAll(".*[?&]id=([0-9a-f-]+).*", "$1");
        } else {
            therapist.goTo("/therapist/intake?id=" + intake);
        }
        assertTrue(therapist.text().contains(STORY), therapist.text());
    }

    private static void write(Visitor her, String text) {
        her.page().fill("#reply\\:said", text);
        her.press("Send");
    }

    private static List<String> who(Visitor her) {
        return her.page().locator(".thread-who strong").allInnerTexts();
    }

    private static void comeBack(Visitor visitor, String code) {
        visitor.goTo("/messages");
        visitor.page().fill("#enter\\:code", code);
        visitor.press("Show me where it stands");
    }
}
