package org.safespaces.acceptance.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safespaces.acceptance.support.Eventually;
import org.safespaces.acceptance.support.Verifiers;
import org.safespaces.acceptance.support.Visitor;
import org.safespaces.acceptance.support.World;

/** An admin looks through the log, sees how far it is signed, and takes it to somebody who verifies it. */
class LogJourneyIT {
    private static final String ROWS = "main tbody tr";

    @TempDir
    Path folder;

    @Test
    void anAdminFindsTheLinesSheAsksFor() {
        try (Visitor rowan = Visitor.atDesk().signInAt("/therapist/today", "rowan")) {
            rowan.unlock("rowan");
        }
        try (Visitor birch = Visitor.atDesk().signInAt("/admin/people", "birch")) {
            birch.goTo("/admin/audit");
            birch.page().selectOption("#what", "VAULT_UNLOCKED");
            birch.page().selectOption("#role", "therapist");
            birch.press("Show");

            List<String> rows = birch.page().locator(ROWS).allInnerTexts();
            assertTrue(!rows.isEmpty() && rows.stream().allMatch(row -> row.contains("vault unlocked")));
            String who = birch.page()
                    .locator(ROWS + " .quiet.digits")
                    .first()
                    .innerText()
                    .strip();
            birch.page().selectOption("#what", "");
            birch.page().fill("#who", who);
            birch.press("Show");
            assertTrue(birch.page().locator(ROWS).allInnerTexts().stream().allMatch(row -> row.contains(who)));
            assertEquals(who, birch.page().inputValue("#who"), "what was asked still stands there");

            birch.page().fill("#from", "2020-01-01");
            birch.page().fill("#until", "2020-01-02");
            birch.press("Show");
            birch.waitForWords("No lines match.");
        }
    }

    @Test
    void whatCannotBeLookedForIsSaidBesideTheFieldAndStays() {
        try (Visitor birch = Visitor.onPhoneWithoutScript().signInAt("/admin/people", "birch")) {
            birch.goTo("/admin/audit");
            birch.page().fill("#who", "rowan");
            birch.page().fill("#from", "2026-02-02");
            birch.page().fill("#until", "2026-02-01");
            birch.press("Show");

            assertTrue(birch.page().locator("#who-error").innerText().contains("Use only digits"));
            assertTrue(birch.page().locator("#until-error").innerText().contains("before the first"));
            assertEquals("rowan", birch.page().inputValue("#who"));
            assertEquals("2026-02-01", birch.page().inputValue("#until"));
        }
    }

    @Test
    void theFileSheTakesIsVerifiedByBothAndHoldsThatItWasTaken() throws SQLException, IOException {
        try (Visitor birch = Visitor.atDesk().signInAt("/admin/people", "birch")) {
            Eventually.holds(() -> {
                birch.goTo("/admin/audit");
                return birch.text().contains("lines are signed, last on");
            });
            assertEquals(
                    0,
                    birch.page()
                            .getByText("has been silent for more than ten minutes")
                            .count());

            // a list that is newer than the file would know of more
            Path signer = World.open().stack().witnessFolder();
            for (String kept : List.of("keys.txt", "checkpoints.jsonl")) {
                Files.copy(signer.resolve(kept), folder.resolve(kept));
            }
            Download file = birch.page().waitForDownload(() -> birch.page().click("button[value=file]"));
            Path log = folder.resolve("log.jsonl");
            file.saveAs(log);

            assertTrue(file.suggestedFilename().matches("log-\\d{4}-\\d\\d-\\d\\d\\.jsonl"), file.suggestedFilename());
            List<String> lines = Files.readAllLines(log);
            assertTrue(lines.stream().anyMatch(line -> line.contains("\"action\":\"LOG_EXPORTED\"")));
            // another test in this world may have done something to its log
            assertEquals(changed() == 0, Verifiers.hold(log, folder));
        }
    }

    /** Lines that are not what the tree says they are. */
    private static long changed() throws SQLException {
        try (Connection thief = World.open().stack().asThief("practice");
                Statement statement = thief.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT count(*) FROM audit_leaf l LEFT JOIN audit_event e ON e.seq = l.line WHERE e.seq IS NULL"
                                + " OR l.leaf <> sha256('\\x00'::bytea || convert_to(audit_body(l.seq, e), 'UTF8'))")) {
            row.next();
            return row.getLong(1);
        }
    }
}
