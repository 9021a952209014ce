package org.safespaces.acceptance.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safespaces.acceptance.support.Eventually;
import org.safespaces.acceptance.support.Keyring;
import org.safespaces.acceptance.support.Visitor;
import org.safespaces.acceptance.support.World;

/**
 * A therapist writes notes, and loses nothing that she has typed: by mouse, by keyboard, and without script. It is the one of two with fewer
 * journeys: who opens sixty records within five minutes meets a locked vault.
 */
class NotesJourneyIT {
    private static final String SAID = "#note\\:said";

    /** What somebody typed in another journey and did not send was kept for her, as it is to be. */
    @BeforeEach
    void sheHasNoDrafts() {
        try (Keyring keyring = Keyring.of(World.open())) {
            keyring.change("DELETE FROM note_draft");
        }
    }

    @Test
    void aNoteWithATemplateIsSignedLockedAndWrittenAnewForAReasonThatTheHistoryShows() {
        try (Visitor alder = alder()) {
            newNote(alder);
            alder.page().fill(SAID, "typed before the headings");
            alder.page().selectOption("#template", "soap");
            alder.press("Use");
            alder.waitForWords("Objective");
            assertEquals("typed before the headings", alder.page().inputValue(SAID));
            alder.page().fill("#note\\:said-3", "ring the bank");
            alder.page().selectOption("#class", "THIRD_PARTY");
            alder.page().locator("input[value='Sign']").click();
            alder.page().waitForURL("**/therapist/note?**id=**");
            String note = alder.page().url();
            assertTrue(alder.text().contains("Tells about someone else"));
            assertEquals(
                    List.of("Subjective", "Plan"),
                    alder.page().locator("main .card-body > h2").allInnerTexts());
            alder.page().locator("input[value='Lock']").click();
            alder.waitForWords("Unlock with a reason");

            alder.follow("Unlock with a reason");
            alder.page().fill("#note\\:said-3", "ring the bank on Wednesday");
            alder.press("Sign and lock");
            alder.waitForWords("Say why: this note is locked");
            assertEquals("ring the bank on Wednesday", alder.page().inputValue("#note\\:said-3"));
            alder.page().fill("#reason", "they said which day");
            alder.press("Sign and lock");
            alder.page().waitForURL("**/therapist/note?**id=**");

            alder.page().navigate(note);
            assertEquals(3, alder.page().locator(".chain > li").count());
            assertTrue(alder.page().locator(".chain").innerText().contains("they said which day"));
            assertTrue(alder.page().locator(".chain").innerText().contains("Grey Alder"));
            alder.follow("Version 1");
            alder.waitForWords("This is an earlier version");
            assertFalse(alder.text().contains("Wednesday"));
        }
    }

    @Test
    void whatIsAddedBesideALockedNoteStandsUnderIt() {
        try (Visitor alder = alder()) {
            newNote(alder);
            alder.page().fill(SAID, "the original, locked");
            alder.press("Sign and lock");
            alder.page().waitForURL("**/therapist/note?**id=**");
            String original = alder.page().url();
            alder.follow("Add beside it");
            alder.page().fill(SAID, "they remembered it otherwise");
            alder.press("Sign and lock");
            alder.waitForWords("Written beside this note");

            alder.page().navigate(original);
            assertTrue(alder.text().contains("the original, locked"));
            assertTrue(alder.text().contains("they remembered it otherwise"));
        }
    }

    @Test
    void whatWasTypedIsThereWhenTheSessionHasEndedWithTheBrowser() {
        try (Visitor alder = alder()) {
            newNote(alder);
            alder.page().locator(SAID).pressSequentially("typed, and then the machine went off");
            alder.waitForWords("Draft sealed at");
        }
        try (Visitor alder = alder()) {
            notes(alder);
            alder.follow("Go on writing");
            assertEquals("typed, and then the machine went off", alder.page().inputValue(SAID));
            alder.press("Sign and lock");
            alder.page().waitForURL("**/therapist/note?**id=**");
            assertTrue(alder.text().contains("typed, and then the machine went off"));
            notes(alder);
            assertFalse(alder.text().contains("Your drafts"), "signed, it is no draft any more");
        }
    }

    @Test
    void whatIsTypedWhileTheVaultLocksIsThereAfterwardsAndKept() {
        try (Visitor alder = alder()) {
            newNote(alder);
            alder.page().locator(SAID).pressSequentially("before it locked");
            alder.page().click("#vault\\:lock");
            alder.page().waitForSelector("#cover[open]");
            alder.page().fill("#cover-phrase", alder.world().person("alder").phrase());
            alder.page().keyboard().press("Enter");
            alder.page().waitForSelector(SAID + ":visible");
            assertEquals("before it locked", alder.page().inputValue(SAID));
            alder.waitForWords("Draft sealed at");
            alder.press("Sign and lock");
            alder.page().waitForURL("**/therapist/note?**id=**");
            assertTrue(alder.text().contains("before it locked"));
        }
    }

    @Test
    void whatIsTypedWhileTheNetworkIsAwayStaysOnThePageAndIsKeptOnceItIsBack() {
        try (Visitor alder = alder()) {
            newNote(alder);
            alder.page().context().setOffline(true);
            alder.page().locator(SAID).pressSequentially("typed in a tunnel");
            alder.waitForWords("Not kept yet");
            assertEquals("typed in a tunnel", alder.page().inputValue(SAID));
            alder.press("Sign and lock");
            assertEquals("typed in a tunnel", alder.page().inputValue(SAID), "signing without a network loses nothing");
            alder.page().context().setOffline(false);
            alder.waitForWords("Draft sealed at");
            alder.press("Sign and lock");
            alder.page().waitForURL("**/therapist/note?**id=**");
            assertTrue(alder.text().contains("typed in a tunnel"));
        }
    }

    @Test
    void theSameDraftOpenInTwoWindowsBecomesTwoDraftsAndBothCanBeSigned() {
        try (Visitor alder = alder()) {
            newNote(alder);
            alder.page().locator(SAID).pressSequentially("begun");
            alder.waitForWords("Draft sealed at");
            notes(alder);
            alder.follow("Go on writing");
            Page other = alder.page().context().newPage();
            other.navigate(alder.page().url());
            other.locator(SAID).pressSequentially(", and went right");
            Eventually.holds(
                    () -> other.locator("input[name=seen]").inputValue().equals("2"));

            alder.page().locator(SAID).pressSequentially(", and went left");
            alder.waitForWords("This draft is open in another window");
            alder.press("Sign and lock");
            alder.page().waitForURL("**/therapist/note?**id=**");
            other.locator("input[value='Sign and lock']").click();
            other.waitForURL("**/therapist/note?**id=**");
            assertTrue(other.locator(".prose").innerText().contains("right"));
            assertTrue(alder.page().locator(".prose").innerText().contains("left"));
        }
    }

    @Test
    void aNoteSignedInAnotherWindowIsNotWrittenOverAndTheWordsGoBesideIt() {
        try (Visitor alder = alder()) {
            newNote(alder);
            alder.press("Keep as draft");
            alder.page().waitForURL("**/therapist/note?**draft=**");
            Page other = alder.page().context().newPage();
            other.navigate(alder.page().url());
            alder.page().evaluate("() => document.getElementById('note:said').value = 'signed first'");
            alder.press("Sign and lock");
            alder.page().waitForURL("**/therapist/note?**id=**");
            other.evaluate("() => document.getElementById('note:said').value = 'signed second'");
            other.locator("input[value='Sign and lock']").click();
            other.getByText("It was signed in another window").waitFor();
            assertEquals("signed second", other.inputValue(SAID));
            other.locator("input[value='Sign and lock']").click();
            other.waitForURL("**/therapist/note?**id=**");

            alder.page().reload();
            assertTrue(alder.text().contains("signed first"));
            assertTrue(alder.text().contains("signed second"), "both, the second beside the first");
        }
    }

    @Test
    void aProcessNoteStandsApartAndADraftIsDiscardedOnlyWhenThatIsConfirmed() {
        try (Visitor alder = alder()) {
            notes(alder);
            alder.follow("New process note");
            alder.page().fill(SAID, "what I make of it");
            assertEquals(0, alder.page().locator("#class").count(), "there is nothing to choose");
            alder.press("Keep as draft");
            alder.page().waitForURL("**/therapist/note?**draft=**");
            notes(alder);
            alder.follow("Discard");
            alder.waitForWords("Discard this draft?");
            alder.follow("Go on writing");
            assertEquals("what I make of it", alder.page().inputValue(SAID));
            alder.press("Sign and lock");
            alder.page().waitForURL("**/therapist/note?**id=**");
            notes(alder);
            assertTrue(alder.page().locator("li.row:has-text(\"Process note\")").count() > 0);

            alder.follow("New note");
            alder.page().fill(SAID, "not worth keeping");
            alder.press("Keep as draft");
            alder.page().waitForURL("**/therapist/note?**draft=**");
            notes(alder);
            alder.follow("Discard");
            alder.press("Discard it");
            alder.page().waitForURL("**/therapist/notes?**");
            assertFalse(alder.text().contains("Your drafts"));
        }
    }

    @Test
    void formulationAndGoalsAreWrittenAndChangedByKeyboardAlone() {
        try (Visitor alder = alder()) {
            openCase(alder);
            press(alder, "Formulation and goals");
            alder.page().waitForURL("**/therapist/formulation?**");
            press(alder, alder.text().contains("Not written yet") ? "Write it" : "Next version");
            alder.page().waitForSelector(SAID);
            tabTo(alder, "#note\\:said-3");
            alder.page().keyboard().type("checking the phone at night");
            tabTo(alder, "input[value='Sign']");
            alder.page().keyboard().press("Enter");
            alder.page().waitForURL("**/therapist/formulation?**");
            assertTrue(alder.text().contains("checking the phone at night"));

            tabTo(alder, "#hope");
            alder.page().keyboard().type("to sleep through");
            tabTo(alder, "#goals input[type=submit]");
            alder.page().keyboard().press("Enter");
            alder.page()
                    .locator("li.row:has-text(\"to sleep through\")")
                    .first()
                    .waitFor();
            press(alder, "Change to sleep through");
            alder.page().waitForURL("**/therapist/formulation?**goal=**");
            alder.page().selectOption("#progress", "MOVING");
            tabTo(alder, "#goals input[type=submit]");
            alder.page().keyboard().press("Enter");
            alder.page().locator("li.row:has-text(\"Moving\")").first().waitFor();
        }
    }

    @Test
    void withoutScriptANoteIsKeptAsADraftByTheButton() {
        try (Visitor alder = Visitor.onPhoneWithoutScript().signInAt("/therapist/today", "alder")) {
            alder.unlock("alder");
            newNote(alder);
            alder.page().fill(SAID, "kept without script");
            alder.press("Keep as draft");
            assertTrue(alder.text().contains("Draft sealed at"));
            assertEquals("kept without script", alder.page().inputValue(SAID));
            alder.press("Sign and lock");
            assertTrue(alder.text().contains("kept without script"));
        }
    }

    @Test
    void aTemplateOfHerOwnGivesItsHeadingsToANoteAndTheNoteKeepsThem() {
        try (Visitor alder = alder()) {
            alder.goTo("/therapist/note-templates");
            alder.press("Add template");
            alder.waitForWords("Give it a name");
            alder.page().fill("#name", "My own way");
            alder.page().fill("#headings", "Weather inside\nWhat helped");
            alder.press("Add template");
            alder.page().locator("li.row:has-text(\"My own way\")").waitFor();
            newNote(alder);
            alder.page()
                    .selectOption(
                            "#template", new com.microsoft.playwright.options.SelectOption().setLabel("My own way"));
            alder.press("Use");
            alder.waitForWords("Weather inside");
            alder.page().fill(SAID, "mostly fog");
            alder.press("Sign and lock");
            alder.page().waitForURL("**/therapist/note?**id=**");
            String note = alder.page().url();
            alder.goTo("/therapist/note-templates");
            alder.page().locator("li.row:has-text(\"My own way\") button").click();
            alder.waitForWords("You have no template of your own yet");
            alder.page().navigate(note);
            assertTrue(alder.text().contains("Weather inside"));
        }
    }

    private static Visitor alder() {
        return Visitor.atDesk().signInAt("/therapist/today", "alder").unlock("alder");
    }

    private static void openCase(Visitor alder) {
        alder.goTo("/therapist/clients");
        alder.page().locator("tbody tr:has-text(\"Slate Otter\") a").first().click();
        alder.page().waitForURL("**/therapist/client?**");
    }

    private static void notes(Visitor alder) {
        openCase(alder);
        alder.page().locator("nav.tabs a[href*='/therapist/notes']").click();
        alder.page().waitForURL("**/therapist/notes?**");
    }

    private static void newNote(Visitor alder) {
        openCase(alder);
        alder.follow("New note");
        alder.page().waitForSelector(SAID);
    }

    /** Finds a link by Tab alone, and presses Enter on it. */
    private static void press(Visitor alder, String words) {
        Locator link = alder.page()
                .getByRole(
                        com.microsoft.playwright.options.AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(words).setExact(true))
                .first();
        tabTo(alder, link);
        alder.page().keyboard().press("Enter");
    }

    private static void tabTo(Visitor alder, String selector) {
        tabTo(alder, alder.page().locator(selector).first());
    }

    private static void tabTo(Visitor alder, Locator wanted) {
        alder.page().evaluate("() => document.activeElement.blur()");
        for (int nth = 0; nth < 120; nth++) {
            alder.page().keyboard().press("Tab");
            if (Boolean.TRUE.equals(wanted.evaluate("each => each === document.activeElement"))) {
                return;
            }
        }
        throw new AssertionError("Tab does not lead to it");
    }
}
