package org.safespaces.acceptance.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.safespaces.acceptance.support.Visitor;
import org.safespaces.acceptance.support.World;

/** What the practice decides, words and checks itself, on its admin's pages, without script; and what others see of it. */
class SettingsJourneyIT {
    private static Visitor birch;

    @BeforeAll
    static void birchSignsIn() {
        birch = Visitor.onPhoneWithoutScript().signInAt("/admin/settings", "birch");
    }

    /** What was published and checked goes again; what the server remembers of it follows with the next round. */
    @AfterAll
    static void thePracticeIsAsItWas() throws SQLException {
        birch.close();
        try (Connection owner = World.open().stack().asThief("practice");
                Statement statement = owner.createStatement()) {
            for (String table : List.of("practice_setting", "practice_text", "practice_text_draft", "signpost_check")) {
                statement.executeUpdate("DELETE FROM " + table);
            }
        }
    }

    @Test
    void aSettingIsChangedWithItsOldValueInSightAndNothingTypedIsLost() {
        birch.goTo("/admin/settings?name=draftHours");
        assertTrue(birch.text().contains("Now: 72 hours. Usually: 72 hours."), birch.text());
        birch.page().fill("#value", "three days");
        birch.press("Save");
        assertTrue(birch.text().contains("Enter a whole number from 1 to 72."));
        assertEquals("three days", birch.page().inputValue("#value"));
        assertTrue(birch.page().getAttribute("#value", "aria-describedby").contains("value-error"));
        assertTrue(birch.page().locator("#value-error").isVisible());

        birch.page().fill("#value", "48");
        birch.press("Save");
        assertTrue(birch.text().contains("Saved. It takes effect now."));
        assertTrue(birch.text().contains("48 hours"));
        assertTrue(birch.text().contains("You, "));
        assertTrue(birch.text().contains("Usually: 72 hours"));

        change("draftHours", "72");
        assertFalse(birch.text().contains("48 hours"));
        birch.goTo("/admin/audit");
        assertTrue(birch.text().contains("setting changed"));
    }

    @Test
    void aShorterRetentionIsSavedOnlyAfterItsEffectWasSaid() {
        birch.goTo("/admin/settings?name=enquiryRetentionMonths");
        birch.page().fill("#value", "5");
        birch.press("Save");
        assertTrue(birch.text().contains("Before you save"), birch.text());
        assertTrue(birch.text().contains("keep the last day they were given"));
        assertEquals("5", birch.page().inputValue("#value"));
        birch.page().fill("#value", "4");
        birch.press("Save anyway");
        assertTrue(birch.text().contains("Before you save"), "it was said of another value");
        birch.press("Save anyway");
        assertTrue(birch.text().contains("Saved. It takes effect now."));
        change("enquiryRetentionMonths", "6");
    }

    @Test
    void whatTheServerItselfSaysIsShownAndCannotBeChanged() {
        birch.goTo("/admin/settings");
        assertTrue(birch.text().contains("Set on the server. It can only be changed there."));
        assertEquals(0, birch.page().locator("a[href*='name=enquiriesAnHour']").count());
        birch.goTo("/admin/settings?name=enquiriesAnHour");
        assertEquals(0, birch.page().locator("#value").count());
    }

    @Test
    void theFirstPageSaysWhatThePracticeHasPublishedEscapedAndAnOlderVersionComesBack() {
        birch.goTo("/admin/texts?text=WELCOME");
        String usual = birch.page().inputValue("#body");
        birch.page().fill("#body", "You should have come sooner.");
        birch.press("Preview and check");
        assertTrue(birch.text().contains("These words cannot be used here"), birch.text());
        assertEquals("You should have come sooner.", birch.page().inputValue("#body"));
        birch.press("Publish");
        assertTrue(birch.text().contains("This cannot be used here: should have"));

        birch.page().fill("#body", "Take your time & breathe.");
        birch.press("Preview and check");
        assertTrue(birch.page().locator("#preview").innerText().contains("Take your time & breathe."));
        birch.press("Keep as a draft");
        assertTrue(birch.text().contains("The draft is kept."));
        try (Visitor somebody = Visitor.onPhone()) {
            somebody.goTo("/");
            assertFalse(somebody.text().contains("breathe"), "a draft is said to nobody");
            birch.goTo("/admin/texts?text=WELCOME");
            birch.press("Publish");
            assertTrue(birch.text().contains("Published. It is in use now."));
            somebody.goTo("/");
            assertTrue(somebody.text().contains("Take your time & breathe."));

            birch.page().fill("#body", usual);
            birch.press("Publish");
            somebody.goTo("/");
            assertTrue(somebody.text().contains(usual));
            birch.goTo("/admin/texts?text=WELCOME");
            assertTrue(birch.text().contains("Publish this one again"));
        }
    }

    @Test
    void aHelpLineThatWasRungTodayIsNotedWithTheDay() {
        birch.goTo("/admin/signposts");
        assertTrue(birch.text().contains("Never"));
        birch.press("I rang it today Samaritans, 116 123");
        assertTrue(birch.text().contains("Noted: checked today."));
        assertTrue(birch.text().contains("by you"));
        birch.goTo("/admin/system");
        assertFalse(birch.text().contains("SAM phone"));
    }

    @Test
    void theSystemPageSaysOfEachPartHowItIsAndWhatToDo() {
        birch.goTo("/admin/system");
        String text = birch.text();
        for (String part : new String[] {
            "Database of the practice",
            "Database of keys",
            "Sign-in server",
            "Mail relay",
            "Keys ready for use",
            "Disk",
            "Signer of the log",
            "Test restore"
        }) {
            assertTrue(text.contains(part), part);
        }
        assertTrue(text.contains("In order"));
        assertTrue(text.contains("WildFly"), text);
        assertFalse(text.contains("No answer"), text);
    }

    private static void change(String name, String value) {
        birch.goTo("/admin/settings?name=" + name);
        birch.page().fill("#value", value);
        birch.press("Save");
        assertTrue(birch.text().contains("Saved. It takes effect now."), birch.text());
    }
}
