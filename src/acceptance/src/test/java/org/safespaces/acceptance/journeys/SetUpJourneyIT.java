package org.safespaces.acceptance.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safespaces.acceptance.support.VaultPages.type;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.safespaces.acceptance.support.Newcomer;
import org.safespaces.acceptance.support.VaultPages;
import org.safespaces.acceptance.support.Visitor;
import org.safespaces.acceptance.support.World;

/** Aspen is made a therapist, makes her vault, changes how it opens, and is taken out again at the end. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SetUpJourneyIT {
    private static final String OWN_PHRASE = "ducks never file their taxes on tuesdays";

    private static String words;
    private static String code;

    @BeforeAll
    static void birchMakesAspenATherapist() {
        Newcomer.comes();
    }

    @AfterAll
    static void aspenLeavesNothingBehind() {
        Newcomer.leaves();
    }

    @Test
    @Order(1)
    void onAPhoneShePassesEachStepAndNothingIsStoredBeforeTheLast() throws SQLException {
        try (Visitor aspen = Visitor.onPhone().signInAt("/therapist/unlock", "aspen")) {
            aspen.page().waitForURL("**/therapist/set-up");
            assertTrue(aspen.text().contains("Nobody can reset either"));
            aspen.press("Show me six words");
            String first = VaultPages.words(aspen);
            aspen.press("Draw others");
            words = VaultPages.words(aspen);
            assertNotEquals(first, words);
            aspen.follow("I have written them down");
            assertFalse(aspen.page().content().contains(words.split(" ")[2]), "shown once");

            type(aspen, "#typed\\:phrase", first, "Continue");
            aspen.waitForWords("These are not the words we showed last");
            type(aspen, "#typed\\:phrase", words, "Continue");
            aspen.waitForWords("Now a sheet of paper");
            aspen.press("Show my recovery sheet");
            code = VaultPages.code(aspen);
            aspen.follow("I have it on paper");
            assertFalse(aspen.page().content().contains(code.substring(0, 9)), "shown once");

            type(aspen, "#drill\\:code", aspen.world().person("rowan").code(), "Finish");
            aspen.waitForWords("This is not the code of the sheet we showed last");
            assertEquals(0, stored("key_slot"), "no drill, no vault");
            assertEquals(0, stored("directory_entry"));

            type(aspen, "#drill\\:code", code.toLowerCase(Locale.ROOT).replace("-", " "), "Finish");
            aspen.page().waitForURL("**/therapist/set-up?done=1");
            assertEquals(2, stored("key_slot"));
            assertEquals(1, stored("directory_entry"));
            assertEquals(1, recorded("VAULT_MADE"));
            assertEquals(6, aspen.page().locator(".six-words li").count());
            aspen.follow("My keys");
            assertTrue(aspen.page().locator(".vault-chip.is-open").isVisible());
            assertTrue(aspen.text().contains("Nobody has vouched for you yet"));
        }
    }

    @Test
    @Order(2)
    void herWordsOpenHerVaultAndSheIsToldThatNobodyHasVouchedForHer() {
        try (Visitor aspen = Visitor.atDesk().signInAt("/therapist/unlock", "aspen")) {
            type(aspen, "#unlock\\:phrase", words, "Unlock");
            aspen.page().waitForURL("**/therapist/today");
            assertTrue(aspen.text().contains("Nobody has vouched for you yet"));
            aspen.goTo("/therapist/set-up");
            aspen.page().waitForURL("**/therapist/keys");
            aspen.goTo("/therapist/intakes");
            assertTrue(aspen.text().contains("Nothing is waiting"));
        }
    }

    @Test
    @Order(3)
    void anOpenVaultAloneChangesNothingAboutHowItOpens() {
        try (Visitor aspen = unlocked()) {
            for (String page :
                    List.of("/therapist/new-phrase", "/therapist/new-phrase?own=1", "/therapist/new-sheet")) {
                aspen.goTo(page);
                assertTrue(aspen.text().contains("First, your words once more"), page);
            }
            type(aspen, "#prove\\:current", "not these", "Go on");
            aspen.waitForWords("These words do not open a vault");
        }
    }

    @Test
    @Order(4)
    void sheChoosesAPhraseOfHerOwnByKeyboardAloneAndTheOldWordsAreGone() {
        try (Visitor aspen = unlocked()) {
            aspen.goTo("/therapist/new-phrase");
            Page page = aspen.page();
            // the browser puts her there by itself, a moment after the page has come
            page.locator("#prove\\:current:focus").waitFor();
            page.keyboard().type(words);
            page.keyboard().press("Tab");
            page.keyboard().press("Space");
            assertEquals(
                    "text", page.locator("#prove\\:current").getAttribute("type"), "the button shows what is typed");
            page.keyboard().press("Shift+Tab");
            page.keyboard().press("Enter");
            aspen.waitForWords("Choose new words");
            aspen.goTo("/therapist/new-phrase?own=1");
            choose(page, "short", "short");
            aspen.waitForWords("This could be guessed");
            choose(page, OWN_PHRASE, "ducks never file their taxes");
            aspen.waitForWords("The two do not match");
            choose(page, OWN_PHRASE, OWN_PHRASE);
            page.waitForURL("**/therapist/keys?done=phrase");
        }
        try (Visitor aspen = Visitor.atDesk().signInAt("/therapist/unlock", "aspen")) {
            type(aspen, "#unlock\\:phrase", words, "Unlock");
            aspen.waitForWords("These words do not open a vault");
            type(aspen, "#unlock\\:phrase", OWN_PHRASE, "Unlock");
            aspen.page().waitForURL("**/therapist/today");
        }
        words = OWN_PHRASE;
    }

    private static void choose(Page page, String phrase, String again) {
        page.locator("#own\\:chosen").focus();
        page.keyboard().type(phrase);
        page.locator("#own\\:again").focus();
        page.keyboard().type(again);
        page.keyboard().press("Enter");
    }

    @Test
    @Order(5)
    void forgottenWordsAreReplacedThroughTheSheetAndThatCannotPassUnnoticed() {
        try (Visitor aspen = Visitor.onPhone().signInAt("/therapist/unlock", "aspen")) {
            aspen.goTo("/therapist/unlock?with=code");
            type(aspen, "#recover\\:code", code, "Unlock");
            aspen.waitForWords("your old ones are gone from use once you have typed the new ones back");
            aspen.follow("Not now");
            aspen.page().waitForURL("**/therapist/today");
            assertTrue(aspen.text().contains("You opened your vault with the code from your sheet"));
            aspen.follow("Choose new words");
            aspen.press("Show me six words");
            words = VaultPages.words(aspen);
            aspen.page().reload();
            aspen.waitForWords("Type your six words");
            type(aspen, "#typed\\:phrase", words, "Continue");
            aspen.page().waitForURL("**/therapist/keys?done=phrase");
            aspen.goTo("/therapist/today");
            assertFalse(aspen.text().contains("You opened your vault with the code from your sheet"));
        }
        try (Visitor aspen = Visitor.atDesk().signInAt("/therapist/unlock", "aspen")) {
            type(aspen, "#unlock\\:phrase", OWN_PHRASE, "Unlock");
            aspen.waitForWords("These words do not open a vault");
        }
    }

    @Test
    @Order(6)
    void aNewSheetIsPrintedTypedBackAndTheOldOneOpensNothing() {
        String old = code;
        try (Visitor aspen = unlocked()) {
            aspen.goTo("/therapist/new-sheet");
            type(aspen, "#prove\\:current", words, "Go on");
            aspen.press("Show my recovery sheet");
            code = VaultPages.code(aspen);
            assertPrintsTheSheetOnly(aspen);
            aspen.follow("I have it on paper");
            type(aspen, "#drill\\:code", old, "Finish");
            aspen.waitForWords("This is not the code of the sheet we showed last");
            type(aspen, "#drill\\:code", code, "Finish");
            aspen.page().waitForURL("**/therapist/keys?done=sheet");
        }
        try (Visitor aspen = Visitor.atDesk().signInAt("/therapist/unlock", "aspen")) {
            aspen.goTo("/therapist/unlock?with=code");
            type(aspen, "#recover\\:code", old, "Unlock");
            aspen.waitForWords("This code does not open a vault");
            type(aspen, "#recover\\:code", code, "Unlock");
            aspen.page().waitForURL("**/therapist/new-phrase**");
        }
    }

    private static void assertPrintsTheSheetOnly(Visitor aspen) {
        aspen.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertTrue(aspen.page().locator(".sheet").isVisible());
        for (String other : List.of("h1", ".threshold-bar", ".threshold-door", ".actions", ".threshold-foot")) {
            assertFalse(aspen.page().locator(other).first().isVisible(), other);
        }
        aspen.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    @Test
    @Order(7)
    void startingAnewTakesNothingFromTheVaultBeforeAndItsOwnerCanWithdrawIt() throws SQLException {
        String others;
        try (Visitor thief = Visitor.atDesk().signInAt("/therapist/unlock", "aspen")) {
            thief.goTo("/therapist/unlock?with=code");
            thief.follow("I have neither my words nor my sheet");
            assertTrue(thief.text().contains("colleagues see that somebody has begun anew"));
            thief.press("Start anew with six words");
            others = VaultPages.words(thief);
            thief.follow("I have written them down");
            type(thief, "#typed\\:phrase", others, "Continue");
            thief.press("Show my recovery sheet");
            String sheet = VaultPages.code(thief);
            thief.follow("I have it on paper");
            type(thief, "#drill\\:code", sheet, "Finish");
            thief.page().waitForURL("**/therapist/set-up?done=1");
            thief.goTo("/therapist/keys");
            assertTrue(thief.text().contains("Your vault from"));
            assertEquals(
                    0,
                    thief.page()
                            .locator("button:has-text(\"Give it up for good\")")
                            .count());
            assertEquals(1, recorded("VAULT_MADE_ANEW"));
        }
        try (Visitor aspen = unlocked()) {
            aspen.goTo("/therapist/keys");
            assertTrue(aspen.text().contains("Begun anew on"));
            aspen.press("Withdraw it");
            aspen.page().waitForURL("**/therapist/keys?done=given");
            assertEquals(1, stored("directory_entry"));
            assertEquals(1, recorded("VAULT_GIVEN_UP"));
        }
        try (Visitor thief = Visitor.atDesk().signInAt("/therapist/unlock", "aspen")) {
            type(thief, "#unlock\\:phrase", others, "Unlock");
            thief.waitForWords("These words do not open a vault");
        }
    }

    @Test
    @Order(8)
    void ofTwoWindowsTheOneThatDrewLastCounts() throws SQLException {
        try (Visitor aspen = Visitor.atDesk().signInAt("/therapist/set-up", "aspen")) {
            aspen.goTo("/therapist/set-up?anew=1");
            aspen.press("Start anew with six words");
            String first = VaultPages.words(aspen);
            aspen.follow("I have written them down");
            Page second = aspen.page().context().newPage();
            second.navigate(aspen.world().address() + "/therapist/set-up");
            second.getByText("Draw others").click();
            second.locator(".six-words").waitFor();
            type(aspen, "#typed\\:phrase", first, "Continue");
            aspen.waitForWords("These are not the words we showed last");
            assertEquals(2, stored("key_slot"), "what is left lying is nowhere");
        }
    }

    private static Visitor unlocked() {
        Visitor aspen = Visitor.atDesk().signInAt("/therapist/unlock", "aspen");
        type(aspen, "#unlock\\:phrase", words, "Unlock");
        aspen.page().waitForURL("**/therapist/today");
        return aspen;
    }

    private static long stored(String table) throws SQLException {
        return count("SELECT count(*) FROM " + table
                + " WHERE person_id = (SELECT id FROM therapist WHERE shown_name = 'Aspen')");
    }

    private static long recorded(String action) throws SQLException {
        return count("SELECT count(*) FROM audit_event WHERE action = '" + action
                + "' AND object_ref = (SELECT id FROM therapist WHERE shown_name = 'Aspen')");
    }

    private static long count(String query) throws SQLException {
        try (Connection practice = World.open().stack().asThief("practice");
                PreparedStatement statement = practice.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
