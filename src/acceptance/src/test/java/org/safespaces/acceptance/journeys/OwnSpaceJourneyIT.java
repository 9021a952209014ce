package org.safespaces.acceptance.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.safespaces.acceptance.support.Visitor;

/** A client in her own space, on a phone without script, and her therapist at the desk: what one writes, the other reads. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OwnSpaceJourneyIT {
    private static final String HERS = "May I come a little later on Thursday?";
    private static final String THEIRS = "Of course. Come when you can.";
    private static String linens;
    private static String code;

    @Test
    @Order(1)
    void aTherapistWritesAndNothingTypedIsLostWhenTheVaultLocks() {
        try (Visitor rowan = rowan()) {
            rowan.goTo("/therapist/clients");
            rowan.page().locator("tr:has-text(\"Linen Moth\") a").first().click();
            rowan.page().waitForURL("**/therapist/client?**");
            linens = rowan.page().url().replaceAll(".*[?&]id=([0-9a-f-]+).*", "$1");
            rowan.goTo("/therapist/new-code?case=" + linens);
            rowan.press("Draw a new code");
            code = rowan.page().locator("#given").innerText().replaceAll("\\D", "");

            rowan.goTo("/therapist/client?id=" + linens);
            rowan.follow("Messages");
            rowan.press("Send message");
            rowan.waitForWords("Write something first");
            rowan.page().fill("#said", THEIRS);
            rowan.page().context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("__Host-vault"));
            rowan.press("Send message");
            rowan.waitForWords("Not sent yet: your vault has locked");
            assertEquals(THEIRS, rowan.page().inputValue("#said"));
            unlockElsewhere(rowan);
            rowan.press("Send message");
            rowan.waitForWords("Your message is sent");
            assertTrue(rowan.text().contains(THEIRS));
        }
    }

    @Test
    @Order(2)
    void sheReadsItWithHerCodeAndAnswers() {
        try (Visitor linen = linen()) {
            assertTrue(linen.text().contains("waiting for you"), linen.text());
            linen.follow("Messages");
            assertFalse(linen.page().content().contains(THEIRS), "signing in opens nothing");
            linen.page().fill("#code", "4821 0937 5516 2704");
            linen.press("Open");
            assertTrue(linen.text().contains("That code does not open anything here"));
            linen.page().fill("#code", code);
            linen.press("Open");
            assertTrue(linen.text().contains(THEIRS));
            linen.press("Send");
            assertTrue(linen.text().contains("Write something first"));
            linen.page().fill("#said", HERS);
            linen.press("Send");
            assertTrue(linen.text().contains("Your message is sent"));
            assertTrue(linen.text().contains("Not read yet"));

            linen.goTo("/client/home");
            assertFalse(linen.text().contains("waiting for you"));
            linen.goTo("/client/messages");
            assertTrue(linen.text().contains(HERS), "the code is typed once");
            linen.press("Close");
            linen.goTo("/client/messages");
            assertFalse(linen.page().content().contains(HERS));
        }
    }

    @Test
    @Order(3)
    void hersWaitsUnreadUntilHerTherapistOpensIt() {
        try (Visitor rowan = Visitor.atDesk().signInAt("/therapist/today", "rowan")) {
            rowan.goTo("/therapist/messages?id=" + linens);
            assertTrue(rowan.text().contains("One waits to be read"), rowan.text());
            assertFalse(rowan.page().content().contains(HERS));
            rowan.unlock("rowan");
            rowan.goTo("/therapist/messages?id=" + linens);
            assertTrue(rowan.text().contains(HERS));
        }
        try (Visitor linen = linen()) {
            open(linen, "/client/messages");
            assertTrue(linen.text().contains(HERS));
            assertFalse(linen.text().contains("Not read yet"));
            linen.goTo("/client/record");
            assertTrue(linen.text().contains("Tall Rowan read messages with you"), linen.text());
        }
    }

    @Test
    @Order(4)
    void aPlanIsMadeTogetherByKeyboardAndSheHasACopy() {
        try (Visitor rowan = rowan()) {
            rowan.goTo("/therapist/plan?id=" + linens);
            rowan.page().getByText("Make a plan").focus();
            rowan.page().keyboard().press("Enter");
            rowan.page().waitForSelector("#noticing");
            rowan.page().focus("#noticing");
            rowan.page().keyboard().type("Phone in my hand\nbefore I am awake");
            rowan.page().focus("#name1");
            rowan.page().keyboard().type("My sister");
            rowan.page().keyboard().press("Tab");
            rowan.page().keyboard().type("Ring, not text");
            // a browser that knows no field for days sends what is typed
            rowan.page().locator("#review").evaluate("field => { field.type = 'text'; field.value = 'soon' }");
            rowan.page().focus("button[value=save]");
            rowan.page().keyboard().press("Enter");
            rowan.waitForWords("Choose a day, or leave it blank");
            assertEquals("Ring, not text", rowan.page().inputValue("#way1"), "nothing typed is lost");
            rowan.page().fill("#review", "2027-01-14");
            rowan.press("Save this version");
            rowan.waitForWords("The plan is saved");
            rowan.press("Share a copy with your client");
            rowan.waitForWords("Your client has a copy");
            rowan.follow("Change it together");
            try (Visitor colleagueOfHerself = rowan()) {
                colleagueOfHerself.goTo("/therapist/plan?edit=1&id=" + linens);
                colleagueOfHerself.page().fill("#myself", "Walk to the canal");
                colleagueOfHerself.press("Save this version");
                colleagueOfHerself.waitForWords("The plan is saved");
            }
            rowan.page().fill("#myself", "Shower with the radio on");
            rowan.press("Save this version");
            rowan.waitForWords("somebody has changed the plan meanwhile");
            assertEquals("Shower with the radio on", rowan.page().inputValue("#myself"));
        }
        try (Visitor linen = linen()) {
            open(linen, "/client/plan");
            assertTrue(linen.text().contains("before I am awake"));
            assertTrue(linen.text().contains("My sister: Ring, not text"));
            assertFalse(linen.text().contains("Walk to the canal"), "the copy is of its day");
            assertTrue(linen.text().contains("116 123"));
            assertEquals("My plan", linen.page().title());
        }
    }

    @Test
    @Order(5)
    void sheSaysYesAndTakesItBack() {
        try (Visitor rowan = rowan()) {
            rowan.goTo("/therapist/agreed?id=" + linens);
            rowan.page().selectOption("#purpose", "SURGERY");
            rowan.page().fill("#recipient", "Mill Lane surgery");
            rowan.press("Ask");
            rowan.waitForWords("Say what they may be told");
            assertEquals("Mill Lane surgery", rowan.page().inputValue("#recipient"), "nothing typed is lost");
            rowan.page().fill("#share", "That I come here");
            rowan.press("Ask");
            rowan.waitForWords("Your client is asked");
            assertTrue(rowan.text().contains("No: not answered"));
        }
        try (Visitor linen = linen()) {
            open(linen, "/client/agreed");
            linen.press("Yes, I agree");
            assertTrue(linen.text().contains("Your answer counts from now on"));
            linen.press("Take it back");
            assertTrue(linen.text().contains("No, taken back"));
        }
        try (Visitor rowan = rowan()) {
            rowan.goTo("/therapist/agreed?id=" + linens);
            assertTrue(rowan.text().contains("Taken back"), rowan.text());
            rowan.goTo("/therapist/messages?id=" + linens);
            assertTrue(rowan.text().contains("I take this back: Share with the surgery"), rowan.text());
        }
    }

    @Test
    @Order(6)
    void herHomeLeadsToAllOfItAndEachPageHasAWayOut() {
        try (Visitor linen = linen()) {
            for (String link : List.of(
                    "Messages",
                    "My plan",
                    "What I agreed to",
                    "My details",
                    "What is kept about me",
                    "Who opened my record",
                    "My account may not be safe")) {
                linen.goTo("/client/home");
                linen.follow(link);
                assertFalse(linen.page().url().endsWith("/client/home"), link);
                assertTrue(linen.page().locator("a[href$='/exit']").count() > 0, link);
                assertFalse(
                        (linen.page().title() + linen.page().url())
                                .toLowerCase()
                                .matches(".*(therap|abus|linen moth).*"),
                        link);
            }
            linen.goTo("/client/details");
            linen.page().fill("#said", "My phone is not mine alone any more.");
            linen.press("Send to your therapist");
            assertTrue(linen.text().contains("Your therapist has it"));
        }
        try (Visitor rowan = rowan()) {
            rowan.goTo("/therapist/messages?id=" + linens);
            assertTrue(rowan.text().contains("not mine alone"));
        }
    }

    @Test
    @Order(7)
    void therapyEndsWithAListAndIsTakenUpAgainForAReason() {
        try (Visitor rowan = rowan()) {
            rowan.goTo("/therapist/clients");
            rowan.page().locator("tr:has-text(\"Copper Wren\") a").first().click();
            rowan.page().waitForURL("**/therapist/client?**");
            rowan.follow("Pause, end or take up again");
            rowan.press("Pause");
            rowan.waitForWords("Therapy is paused");
            rowan.press("Go on");
            rowan.waitForWords("Therapy goes on");
            rowan.page().check("#met-PARTLY");
            rowan.page().check("#tick-return");
            rowan.page().fill("#said", "We said goodbye.");
            rowan.press("End therapy");
            rowan.waitForWords("Therapy has ended");
            rowan.press("Take up again");
            rowan.waitForWords("Write down why");
            rowan.page().fill("#why", "They wrote.");
            rowan.press("Take up again");
            rowan.waitForWords("Therapy is taken up again");
            rowan.page()
                    .getByText("Open", new Page.GetByTextOptions().setExact(true))
                    .last()
                    .click();
            rowan.waitForWords("They wrote.");
        }
    }

    /** Last: her sign-in ends, and letters to her stop until her therapist has looked. */
    @Test
    @Order(8)
    void oneButtonIsEnoughWhenSomebodyElseMayBeInHerAccount() {
        try (Visitor linen = linen()) {
            linen.follow("My account may not be safe");
            linen.press("Do all of this now");
            assertTrue(linen.text().contains("It is done"), linen.text());
        }
        try (Visitor rowan = rowan()) {
            rowan.goTo("/therapist/client?id=" + linens);
            assertTrue(rowan.text().contains("Your client has stopped letters"), rowan.text());
            rowan.goTo("/therapist/contact?case=" + linens);
            rowan.press("I have looked. Letters may go again");
            rowan.goTo("/therapist/client?id=" + linens);
            rowan.page().locator("a[href*='follow-up?id=']").first().click();
            rowan.page().waitForURL("**/therapist/follow-up?**");
            rowan.press("Acknowledge");
            rowan.page().check("#steps-spoke");
            rowan.page().check("#told-yes");
            rowan.press("Seal and record");
            rowan.page().fill("#note", "Looked at together.");
            rowan.press("Seal and close");
            rowan.waitForWords("This is closed");
        }
    }

    private static Visitor linen() {
        return Visitor.onPhoneWithoutScript().signInAt("/client/home", "linen");
    }

    private static Visitor rowan() {
        return Visitor.atDesk().signInAt("/therapist/today", "rowan").unlock("rowan");
    }

    private static void open(Visitor linen, String address) {
        linen.goTo(address);
        linen.page().fill("#code", code);
        linen.press("Open");
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
