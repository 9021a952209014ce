package org.safespaces.acceptance.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.safespaces.acceptance.support.Enquiry;
import org.safespaces.acceptance.support.Inbox;
import org.safespaces.acceptance.support.VaultPages;
import org.safespaces.acceptance.support.Visitor;
import org.safespaces.acceptance.support.World;
import org.safespaces.devstack.Stack;

/**
 * A practice begins with nothing but people who can sign in: once with two therapists, once with one who has the second key on
 * paper. The practice of all other tests is set aside meanwhile.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FoundingJourneyIT {
    private static final String ANCHOR = "SAFESPACES_ANCHOR";
    private static final String STORY = "the first that was ever written to this practice";

    private static final Stack STACK = World.open().stack();

    private static VaultPages.Opens rowans;
    private static VaultPages.Opens alders;
    private static String anchor;

    @AfterAll
    static void theOtherPracticeComesBack() {
        STACK.bringPracticeBack();
    }

    @Test
    @Order(1)
    void twoFoundersMakeTheirVaultsAndTheServerIsToldOfBoth() {
        STACK.beginAnotherPractice();
        takesNoEnquiry();
        String first;
        try (Visitor rowan = Visitor.atDesk().signInAt("/therapist/today", "rowan")) {
            rowans = VaultPages.make(rowan);
            first = ownFingerprint(rowan);
        }
        try (Visitor alder = Visitor.onPhone().signInAt("/therapist/today", "alder")) {
            alders = VaultPages.make(alder);
            anchor = first + "," + ownFingerprint(alder);
        }
        takesNoEnquiry();
    }

    /** What the page asks them to give to whoever runs the server. */
    private static String ownFingerprint(Visitor therapist) {
        therapist.goTo("/therapist/keys");
        assertTrue(therapist.text().contains("This practice is new"));
        Locator settings = therapist.page().locator(".setting code");
        String own = settings.first().innerText();
        assertEquals(ANCHOR + "=" + own + ",\u2026", settings.last().innerText());
        return own;
    }

    @Test
    @Order(2)
    void theyCompareWordsAndFoundTheListOfThoseWhoReadEnquiries() {
        STACK.restartWith(ANCHOR, anchor);
        takesNoEnquiry();
        try (Visitor rowan = unlocked("rowan", rowans);
                Visitor alder = unlocked("alder", alders)) {
            rowan.goTo("/therapist/keys");
            assertTrue(rowan.text().contains("The practice\u2019s trust begins with you"));
            vouch(rowan, alder);
            vouch(alder, rowan);
            assertTrue(alder.text().contains("There is no list yet"));
            rowan.goTo("/therapist/readers");
            for (Locator each : rowan.page().locator("#readers input").all()) {
                each.check();
            }
            rowan.press("Propose and sign");
            rowan.waitForWords("Proposed and signed by you");
            takesNoEnquiry();
            alder.goTo("/therapist/readers");
            alder.page().locator("button[value^='sign:']").click();
            alder.waitForWords("This list is in force from now on");
            assertEquals(
                    List.of("Alder", "Rowan"),
                    alder.page().locator(".listed li").allInnerTexts().stream()
                            .sorted()
                            .toList());
        }
    }

    private static void vouch(Visitor who, Visitor whom) {
        whom.goTo("/therapist/keys");
        String[] words = VaultPages.words(whom).split(" ");
        who.goTo("/therapist/readers");
        who.follow("Compare words");
        who.page().fill("#fourth", words[3]);
        who.page().fill("#sixth", words[5]);
        who.press("Vouch");
        who.waitForWords("You have vouched");
    }

    @Test
    @Order(3)
    void fromThenOnEnquiriesAreTakenAndEitherOpensThem() {
        send();
        try (Visitor alder = unlocked("alder", alders)) {
            openEnquiry(alder);
        }
        try (Visitor rowan = unlocked("rowan", rowans)) {
            openEnquiry(rowan);
            Inbox.accept(rowan);
        }
    }

    @Test
    @Order(4)
    void whoWorksAlonePutsTheSecondKeyOnPaper() {
        STACK.beginAnotherPractice();
        try (Visitor rowan = Visitor.onPhone().signInAt("/therapist/today", "rowan")) {
            rowans = VaultPages.make(rowan);
            rowan.goTo("/therapist/keys");
            assertTrue(rowan.text().contains("You work alone?"));
            rowan.follow("Make the practice sheet");
            String code = VaultPages.sheet(rowan, "Show the practice sheet");
            rowan.page().waitForURL("**/therapist/practice-sheet?done=1");
            assertFalse(rowan.page().content().contains(code.substring(0, 9)), "shown once");
            String line = rowan.page().locator(".setting code").innerText();
            assertTrue(line.startsWith(ANCHOR + "="), line);
            anchor = line.substring(line.indexOf('=') + 1);
        }
        takesNoEnquiry();
        STACK.restartWith(ANCHOR, anchor);
    }

    @Test
    @Order(5)
    void andOpensWhatIsWrittenToHer() {
        send();
        try (Visitor rowan = unlocked("rowan", rowans)) {
            rowan.goTo("/therapist/readers");
            assertEquals(
                    List.of("Practice recovery sheet", "Rowan"),
                    rowan.page().locator(".listed li").allInnerTexts().stream()
                            .sorted()
                            .toList());
            openEnquiry(rowan);
            Inbox.accept(rowan);
            rowan.goTo("/therapist/keys");
            assertTrue(rowan.text().contains("It receives enquiries with you."));
        }
    }

    private static Visitor unlocked(String account, VaultPages.Opens vault) {
        Visitor therapist = Visitor.atDesk().signInAt("/therapist/today", account);
        VaultPages.unlock(therapist, vault.words());
        return therapist;
    }

    private static void takesNoEnquiry() {
        try (Visitor stranger = Visitor.onPhoneWithoutScript()) {
            Enquiry.begunBy(stranger).upTo("places", Enquiry.adult("money")).goOn();
            assertTrue(stranger.text().contains("We cannot take enquiries here just now"));
            assertTrue(stranger.text().contains("This is our side, and not you"));
            assertTrue(
                    stranger.page().locator("main a[href='tel:116123']").first().isVisible());
        }
    }

    private static void send() {
        try (Visitor stranger = Visitor.onPhoneWithoutScript()) {
            assertEquals(
                    16,
                    Enquiry.begunBy(stranger)
                            .upToCheck(STORY, "Somebody")
                            .send()
                            .length());
        }
    }

    private static void openEnquiry(Visitor therapist) {
        therapist.goTo("/therapist/intakes");
        therapist.page().locator("tbody tr a").click();
        therapist.page().waitForURL("**/therapist/intake?**");
        assertTrue(therapist.text().contains(STORY));
    }
}
