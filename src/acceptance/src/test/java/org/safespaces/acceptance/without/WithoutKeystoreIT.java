package org.safespaces.acceptance.without;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.safespaces.acceptance.support.Enquiry;
import org.safespaces.acceptance.support.Eventually;
import org.safespaces.acceptance.support.Visitor;
import org.safespaces.acceptance.support.World;

/** The database of erasure keys goes away while people are at it, and comes back. */
class WithoutKeystoreIT {
    private static final String WORDS = "We spoke about the week, and about sleep.";

    @Test
    void nothingOpensNothingIsTakenNothingIsLostAndAllComesBackByItself() throws Exception {
        try (Visitor stranger = Visitor.onPhoneWithoutScript();
                Visitor rowan =
                        Visitor.atDesk().signInAt("/therapist/today", "rowan").unlock("rowan");
                Visitor birch = Visitor.atDesk().signInAt("/admin/system", "birch")) {
            Enquiry enquiry = Enquiry.begunBy(stranger).upToCheck("In my own words.", "Somebody");
            String note = aNote(rowan);
            rowan.goTo(note.replaceAll("&id=.*", ""));
            rowan.page().fill("#note\\:said", WORDS);
            keystore(false);
            try {
                assertEquals("", code(stranger));
                assertTrue(stranger.text().contains("It was not sent"));
                assertTrue(stranger.text().contains("In my own words."), "her answers are still there");

                APIResponse opened = get(rowan, note);
                assertEquals(503, opened.status());
                assertTrue(opened.text().contains("This cannot be opened at the moment"));
                assertFalse(opened.text().contains("incident"));

                rowan.press("Sign and lock");
                rowan.waitForWords("This cannot be sealed at the moment");
                assertEquals(WORDS, rowan.page().inputValue("#note\\:said"));

                birch.goTo("/admin/system");
                assertTrue(birch.text().contains("The key database does not answer"));
                assertEquals(200, stranger.goTo("/help/now").status());
            } finally {
                keystore(true);
            }
            rowan.press("Sign and lock");
            rowan.page().waitForURL("**/therapist/note?**id=**");
            assertTrue(rowan.text().contains(WORDS));
            assertEquals(200, get(rowan, note).status());
            stranger.goTo("/support");
            assertEquals(16, enquiry.send().length());
            birch.goTo("/admin/system");
            assertTrue(birch.text().contains("Ready for use"));
        }
    }

    private static APIResponse get(Visitor visitor, String address) {
        return visitor.page().context().request().get(visitor.world().address() + address);
    }

    /** Sends, and looks whether a code was given. */
    private static String code(Visitor stranger) {
        stranger.page().click(".send button[value=send]");
        stranger.page().waitForLoadState();
        return stranger.page().locator("#code").count() == 0
                ? ""
                : stranger.page().locator("#code").innerText();
    }

    /** The address of something rowan may read. */
    private static String aNote(Visitor rowan) {
        rowan.goTo("/therapist/clients");
        rowan.page().locator("main a[href*='/therapist/client?id=']").first().click();
        rowan.page().waitForLoadState();
        return rowan.page()
                .locator("main a[href*='/therapist/note?'][href*='id=']")
                .last()
                .getAttribute("href");
    }

    /** Lets nobody in any more, and throws out whoever is; or opens again. */
    private static void keystore(boolean open) throws SQLException {
        try (Connection connection = World.open().stack().asThief("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE keystore ALLOW_CONNECTIONS " + open);
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'keystore'");
            Eventually.holds(() -> open || isEmpty(statement));
        }
    }

    private static boolean isEmpty(Statement statement) {
        try (var row = statement.executeQuery("SELECT count(*) FROM pg_stat_activity WHERE datname = 'keystore'")) {
            return row.next() && row.getInt(1) == 0;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
