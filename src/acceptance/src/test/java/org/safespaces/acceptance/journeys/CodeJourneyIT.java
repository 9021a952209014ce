package org.safespaces.acceptance.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.safespaces.acceptance.support.Enquiry;
import org.safespaces.acceptance.support.Visitor;

/** Codes take each other's place: by her who has one, and by the therapist of her who has lost hers. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CodeJourneyIT {
    private static final String WRONG = "That code does not open anything here";
    private static final String PHRASE = "seven quiet herons wade behind the Dorking bakery";
    private static String given;

    @Test
    @Order(1)
    void sheChangesHerCodeOnAPhoneWithoutScript() {
        try (Visitor her = Visitor.onPhoneWithoutScript()) {
            String first = Enquiry.begunBy(her)
                    .upToCheck("in my own words", "somebody")
                    .send();
            assertTrue(comeBack(her, first).contains("You were given it on"));
            her.follow("Change your code");
            her.page().fill("#begin\\:current", "1111 2222 3333 4444");
            her.press("Show me ten words");
            assertTrue(her.text().contains(WRONG));
            her.page().fill("#begin\\:current", first);
            her.press("Show me ten words");
            String words = String.join(" ", her.page().locator("#new-words li").allInnerTexts());
            assertEquals(10, words.split(" ").length);
            assertFalse(her.page().url().contains("?"), "nothing of it stands in the address");

            her.follow("I have written it down");
            assertFalse(her.text().contains(words.split(" ")[0] + " " + words.split(" ")[1]));
            her.page().fill("#kept\\:typed", first);
            her.press("Use this code from now on");
            assertTrue(her.text().contains("not the code we showed last"));
            her.page().fill("#kept\\:typed", words.replace(" ", "\n"));
            her.press("Use this code from now on");
            assertTrue(her.text().contains("Your new code works"));

            assertTrue(comeBack(her, first).contains(WRONG));
            assertTrue(comeBack(her, words).contains("It was changed on"));
            changeToDigitsAndThenToAPhrase(her, words);
        }
    }

    @Test
    @Order(4)
    void sheDeletesWhatSheSentBeforeAnybodyHasAcceptedIt() {
        try (Visitor her = Visitor.onPhoneWithoutScript()) {
            String code = Enquiry.begunBy(her)
                    .upToCheck("in my own words", "somebody")
                    .send();
            comeBack(her, code);
            her.follow("Delete it");
            her.press("Delete it now");
            assertTrue(her.text().contains("Enter the code you were given"), her.text());
            her.page().fill("#back\\:current", "1111 2222 3333 4444");
            her.press("Delete it now");
            assertTrue(her.text().contains(WRONG));
            her.page().fill("#back\\:current", code);
            her.press("Delete it now");
            assertTrue(her.text().contains("It is deleted"));
            assertTrue(comeBack(her, code).contains(WRONG));
        }
    }

    private static void changeToDigitsAndThenToAPhrase(Visitor her, String words) {
        her.goTo("/code");
        her.page().fill("#begin\\:current", words);
        her.press("Show me 16 digits");
        String digits = String.join(" ", her.page().locator("#new-digits span").allInnerTexts());
        assertTrue(digits.matches("\\d{4}( \\d{4}){3}"));
        her.follow("Begin again");
        her.follow("I would rather use a phrase of my own");
        typePhrase(her, words, PHRASE, PHRASE + "s");
        assertTrue(her.text().contains("The two do not match"));
        assertFalse(her.page().content().contains("Dorking"), "what was typed is not shown again");
        typePhrase(her, words, "password password 1", "password password 1");
        assertTrue(her.text().contains("This could be guessed"));
        typePhrase(her, words, PHRASE, PHRASE);
        assertTrue(her.text().contains("Your new code works"));
        assertTrue(comeBack(her, digits).contains(WRONG), "it was never typed back");
        assertTrue(comeBack(her, words).contains(WRONG));
        assertTrue(comeBack(her, PHRASE).contains("It was changed on"));
        her.goTo("/code?kept=1");
        her.page().fill("#kept\\:typed", digits);
        her.press("Use this code from now on");
        assertTrue(her.text().contains("Please begin again"));
    }

    @Test
    @Order(2)
    void herTherapistGivesANewOneInPlaceOfALostOne() {
        try (Visitor rowan = Visitor.onPhone().signInAt("/therapist/today", "rowan")) {
            rowan.goTo("/therapist/clients");
            rowan.page().locator("tr:has-text(\"Linen Moth\") a").click();
            rowan.page().waitForURL("**/therapist/client?**");
            rowan.follow("Give a new code");
            rowan.page().waitForURL("**/therapist/unlock**");
            rowan.page().fill("#unlock\\:phrase", rowan.world().person("rowan").phrase());
            rowan.press("Unlock");
            rowan.page().waitForURL("**/therapist/new-code?case=**");
            rowan.press("Draw a new code");
            given = rowan.page().locator("#given").innerText().replaceAll("\\D", "");
            assertEquals(16, given.length());
            assertTrue(rowan.text().contains("Never by mail or text message"));
            rowan.page().reload();
            assertTrue(rowan.page().locator("#given").count() == 0, "shown once: a reload shows the page before");

            rowan.follow("Linen Moth");
            rowan.page().waitForURL("**/therapist/client?**");
            assertTrue(rowan.text().contains("by the therapist"));
            assertTrue(Pattern.compile("Works until \\d+ \\w+ 20\\d\\d")
                    .matcher(rowan.text())
                    .find());
        }
    }

    @Test
    @Order(3)
    void theClientSeesThatItHappenedAndUsesIt() {
        try (Visitor linen = Visitor.onPhone().signInAt("/client/home", "linen")) {
            linen.follow("See who can open it");
            assertTrue(linen.text().contains("Tall Rowan gave you a new code"));
        }
        try (Visitor linen = Visitor.onPhoneWithoutScript()) {
            assertTrue(comeBack(linen, given).contains("Your therapist gave it to you on"));
        }
    }

    private static void typePhrase(Visitor her, String current, String phrase, String again) {
        her.page().fill("#own\\:current", current);
        her.page().fill("#own\\:chosen", phrase);
        her.page().fill("#own\\:again", again);
        her.press("Use this phrase from now on");
    }

    private static String comeBack(Visitor visitor, String code) {
        visitor.goTo("/messages");
        visitor.page().fill("#enter\\:code", code);
        visitor.press("Show me where it stands");
        return visitor.text();
    }
}
