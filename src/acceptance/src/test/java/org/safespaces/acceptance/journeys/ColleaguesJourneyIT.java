package org.safespaces.acceptance.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.safespaces.acceptance.support.Colleagues;
import org.safespaces.acceptance.support.Eventually;
import org.safespaces.acceptance.support.Keyring;
import org.safespaces.acceptance.support.Newcomer;
import org.safespaces.acceptance.support.Visitor;
import org.safespaces.acceptance.support.World;
import org.safespaces.devstack.OneTimeCode;

/** People who work here come and go, and an admin sees what that comes to before it is done. */
class ColleaguesJourneyIT {
    private static final String NEW = "hazel";
    private static final String PASSWORD = "a lane behind the mill";
    private static final Pattern LINK = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+/realms/practice/\\S+)");

    /** Whatever a test has come to: nobody stays suspended, and nobody stays who was invited. */
    @AfterEach
    void peopleAreAsTheyWere() {
        World.open().stack().operator().forget(NEW);
        try (Keyring rows = Keyring.of(World.open())) {
            rows.change("DELETE FROM therapist WHERE shown_name = 'Hazel'");
        }
        try (Visitor birch = admin()) {
            for (String name : List.of("Alder", "Aspen")) {
                Colleagues.look(birch, name);
                if (birch.text().contains("Bring back")) {
                    birch.follow("Bring back");
                    birch.press("Bring back");
                }
            }
        }
    }

    @Test
    void whoeverIsInvitedChoosesHerPasswordAndSetsUpACode() {
        try (Visitor birch = admin()) {
            birch.follow("Invite somebody");
            birch.page().fill("#name", NEW);
            birch.page().fill("#mail", "hazel@practice.example");
            birch.page().check("#therapist");
            birch.press("Invite");
            birch.waitForWords("They are invited. A letter is on its way");
            assertTrue(birch.text().contains("Invited"));
        }
        try (Visitor hazel = Visitor.atDesk()) {
            hazel.page().navigate(linkTo("hazel@practice.example"));
            hazel.page().locator("#kc-info-message a").first().click();
            String secret = setUpCode(hazel.page());
            hazel.page().waitForSelector("#password-new");
            hazel.page().fill("#password-new", PASSWORD);
            hazel.page().fill("#password-confirm", PASSWORD);
            hazel.page().locator("#kc-passwd-update-form [type=submit]").first().click();
            hazel.page().waitForSelector("#kc-info-message");

            hazel.goTo("/therapist/today");
            if (hazel.page().locator("#username").count() > 0) {
                signIn(hazel.page(), PASSWORD);
                hazel.page().fill("#otp", OneTimeCode.shownBy(secret));
                hazel.page().click("#kc-login");
            }
            hazel.page().waitForURL("**/therapist/today");
            assertEquals(404, hazel.goTo("/admin/people").status());
        }
        aLostPhoneCostsHerTheCodeAndNothingElse();
    }

    private static void aLostPhoneCostsHerTheCodeAndNothingElse() {
        try (Visitor birch = admin()) {
            Colleagues.change(birch, "Hazel", "Ask for a new code");
            birch.waitForWords("They set up a new code at their next sign-in");
        }
        try (Visitor hazel = Visitor.atDesk()) {
            hazel.goTo("/therapist/today");
            type(hazel.page(), PASSWORD);
            setUpCode(hazel.page());
            hazel.page().waitForURL("**/therapist/today");
        }
    }

    @Test
    void whatIsMissingInAnInvitationIsSaidBesideItAndNothingTypedIsLost() {
        try (Visitor birch = admin()) {
            birch.goTo("/admin/invite");
            birch.page().fill("#name", "Hazel Wood");
            birch.page().fill("#mail", "hazel");
            birch.press("Invite");
            assertEquals("Hazel Wood", birch.page().inputValue("#name"));
            assertEquals("hazel", birch.page().inputValue("#mail"));
            assertEquals(3, birch.page().locator("main .field-error").count());
            birch.page().fill("#name", "alder");
            birch.page().fill("#mail", "hazel@practice.example");
            birch.page().check("#therapist");
            birch.press("Invite");
            birch.waitForWords("somebody already uses it");
            assertTrue(birch.page().isChecked("#therapist"));
        }
    }

    @Test
    void whoeverIsSuspendedIsOutOnHerNextPageUntilSheIsBroughtBack() {
        try (Visitor alder =
                        Visitor.atDesk().signInAt("/therapist/today", "alder").unlock("alder");
                Visitor birch = admin()) {
            Colleagues.look(birch, "Alder");
            birch.follow("Suspend");
            assertTrue(birch.text().contains("They are out on their next page"));
            assertTrue(birch.text().contains("no other therapist at work"), birch.text());
            assertEquals(200, alder.goTo("/therapist/today").status(), "nothing has happened yet");
            birch.press("Suspend");
            birch.waitForWords("They are suspended.");

            alder.goTo("/therapist/clients");
            assertEquals(alder.world().address() + "/", alder.page().url());
            alder.goTo("/therapist/today");
            alder.page().fill("#username", "alder");
            alder.page().fill("#password", alder.world().person("alder").password());
            alder.page().click("#kc-login");
            alder.page().getByText("You cannot sign in at the moment").first().waitFor();

            birch.goTo("/admin/access");
            assertTrue(birch.text().contains("Suspended, so not let in."));
            Colleagues.change(birch, "Alder", "Bring back");
            birch.waitForWords("They can sign in again.");
        }
        try (Visitor alder = Visitor.atDesk().signInAt("/therapist/today", "alder")) {
            assertEquals(200, alder.goTo("/therapist/today").status());
        }
    }

    @Test
    void nobodySuspendsHerselfAndSomebodyIsLeftWhoRunsThePractice() {
        try (Visitor birch = admin()) {
            Colleagues.look(birch, "Birch");
            assertFalse(birch.text().contains("Suspend"), "she is not even asked");
            assertFalse(birch.text().contains("Ask for a new code"));
            birch.follow("Take admin role");
            birch.press("Take admin role");
            birch.waitForWords("Somebody has to run the practice");
            assertEquals(200, birch.goTo("/admin/people").status());
        }
    }

    @Test
    void whoeverIsSignedOutEverywhereKeepsHerCode() {
        Newcomer.comes();
        try (Visitor birch = admin()) {
            Colleagues.change(birch, "Aspen", "End all sign-ins");
            birch.waitForWords("Their sign-ins have ended");
            assertTrue(birch.text().contains("Code from an app"));
        } finally {
            Newcomer.leaves();
        }
    }

    @Test
    void theOverviewSaysWhoCanOpenWhatAndWhyAndNothingOfWhatIsInIt() {
        try (Visitor birch = admin()) {
            birch.follow("Who can open what");
            String said = birch.text();
            assertTrue(said.contains("Linen Moth"));
            assertTrue(said.contains("Tall Rowan: the client's therapist."));
            assertTrue(said.contains("Grey Alder: the client's therapist."));
            assertTrue(said.contains("Reads new enquiries"));
        }
    }

    private static Visitor admin() {
        return Visitor.atDesk().signInAt("/admin/people", "birch");
    }

    private static String linkTo(String address) {
        var mail = World.open().stack().mail();
        Eventually.holds(
                () -> mail.raw().stream().anyMatch(letter -> letter.contains(address) && letter.contains("/realms/")));
        // the last one; lines of a letter are folded by "=" at their ends
        String letter = mail.raw().stream()
                .filter(each -> each.contains(address) && each.contains("/realms/"))
                .reduce((first, second) -> second)
                .orElseThrow()
                .replace("=\r\n", "")
                .replace("=3D", "=");
        Matcher link = LINK.matcher(letter);
        assertTrue(link.find(), letter);
        return link.group(1);
    }

    /** Types the key into an app of the test's own, which shows a code. */
    private static String setUpCode(Page page) {
        page.waitForSelector("#kc-totp-settings-form");
        page.click("#mode-manual");
        String secret = page.locator("#kc-totp-secret-key").innerText();
        page.fill("#totp", OneTimeCode.shownBy(secret));
        page.fill("#userLabel", "phone");
        page.click("#saveTOTPBtn");
        return secret;
    }

    private static void signIn(Page page, String password) {
        type(page, password);
        page.waitForSelector("#otp");
    }

    private static void type(Page page, String password) {
        page.fill("#username", NEW);
        page.fill("#password", password);
        page.click("#kc-login");
    }
}
