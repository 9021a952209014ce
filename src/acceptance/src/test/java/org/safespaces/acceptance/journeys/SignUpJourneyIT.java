package org.safespaces.acceptance.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.safespaces.acceptance.support.Enquiry;
import org.safespaces.acceptance.support.Inbox;
import org.safespaces.acceptance.support.Visitor;
import org.safespaces.acceptance.support.World;

/** A client makes her own sign-in, with her code and nothing else. */
class SignUpJourneyIT {
    private static final String NAME = "grey.heron";
    private static final String PASSWORD = "a lamp beside the weir";

    @AfterEach
    void hersIsGone() {
        World.open().stack().operator().forget(NAME);
    }

    @Test
    void withACodeThatATherapistHasSaidYesToSheMakesASignInAndIsInHerOwnSpace() {
        try (Visitor her = Visitor.onPhoneWithoutScript();
                Visitor rowan =
                        Visitor.atDesk().signInAt("/therapist/today", "rowan").unlock("rowan")) {
            String code = Enquiry.begunBy(her)
                    .upToCheck("in my own words", "somebody")
                    .send();
            type(her, code, NAME, PASSWORD, PASSWORD);
            assertTrue(her.text().contains("A therapist has not taken it on yet"), her.text());
            Inbox.openNewest(rowan);
            Inbox.accept(rowan);

            type(her, code, "alder", PASSWORD, PASSWORD);
            assertTrue(her.text().contains("Somebody has that user name"), her.text());
            type(her, code, NAME, "passwordpassword", "passwordpassword");
            assertTrue(her.text().contains("easy to guess"), her.text());
            assertFalse(her.page().content().contains("passwordpassword"), "what was typed is not shown again");
            type(her, code, NAME, PASSWORD, PASSWORD);
            assertTrue(her.text().contains("Your sign-in is made"), her.text());

            type(her, code, NAME + ".2", PASSWORD, PASSWORD);
            assertTrue(her.text().contains("This code already has a sign-in"), her.text());

            her.goTo("/client/home");
            her.page().fill("#username", NAME);
            her.page().fill("#password", PASSWORD);
            her.page().click("#kc-login");
            her.page().waitForURL("**/client/home**");
            assertEquals(200, her.goTo("/client/book").status());
            assertFalse(her.text().contains("Join with your code"), "her sign-in knows its case");
        }
    }

    @Test
    void withoutACodeNothingIsMadeAndWhatIsWrongIsSaidBesideIt() {
        try (Visitor her = Visitor.onPhoneWithoutScript()) {
            type(her, "1111 2222 3333 4444", NAME, PASSWORD, PASSWORD);
            assertTrue(her.text().contains("does not open anything here"), her.text());
            type(her, "", "Grey Heron", "short", "other");
            assertEquals(3, her.page().locator("main .field-error").count());
            assertEquals("Grey Heron", her.page().inputValue("#up\\:name"), "nothing typed is lost");
            type(her, "1111 2222 3333 4444", NAME, PASSWORD, PASSWORD + "s");
            assertTrue(her.text().contains("The two passwords differ"), her.text());
        }
    }

    private static void type(Visitor her, String code, String name, String password, String again) {
        her.goTo("/sign-up");
        her.page().fill("#up\\:code", code);
        her.page().fill("#up\\:name", name);
        her.page().fill("#up\\:chosen", password);
        her.page().fill("#up\\:again", again);
        her.press("Make my sign-in");
    }
}
