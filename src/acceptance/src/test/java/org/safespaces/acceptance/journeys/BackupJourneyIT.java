package org.safespaces.acceptance.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.safespaces.acceptance.support.Enquiry;
import org.safespaces.acceptance.support.Inbox;
import org.safespaces.acceptance.support.Keyring;
import org.safespaces.acceptance.support.Visitor;
import org.safespaces.acceptance.support.World;
import org.safespaces.devstack.Stack;
import org.safespaces.keeper.Keeper;

/**
 * Erase, back up, restore, verify: the operator makes a backup, a record is erased, and the backup of before is restored into empty
 * databases. The application that starts on them opens what was kept, and not what was erased.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BackupJourneyIT {
    private static final String ERASED = "a note that no backup brings back";
    private static final String KEPT = "First conversation. Said what happened";
    private static final String LOG =
            "SELECT md5(string_agg(e::text, '|' ORDER BY seq)) FROM audit_event e WHERE seq <= ?::bigint";

    private static final Stack STACK = World.open().stack();
    private static final Instant BEFORE = Instant.now();

    @TempDir
    private static Path folder;

    private static String caseAddress;
    private static String noteAddress;
    private static String keptAddress;
    private static String lastLine;
    private static String logBefore;
    private static String said;

    @AfterAll
    static void thePracticeOfAllOtherTestsComesBack() {
        STACK.bringPracticeBack();
    }

    @Test
    @Order(1)
    void theOperatorMakesAKeyAndABackupWhilePeopleWork() throws IOException {
        aRecordOfRowans();
        keptAddress = addressOfANoteThatStays();
        keeper(BEFORE, "key", folder.resolve("public"));
        Files.writeString(folder.resolve("sheet"), said);
        Files.createDirectory(folder.resolve("main"));
        Files.createDirectory(folder.resolve("keys"));
        try (Keyring rows = Keyring.of(World.open())) {
            lastLine = rows.one("SELECT max(seq) FROM audit_event");
            logBefore = rows.one(LOG, lastLine);
        }

        backUp(BEFORE);

        try (Visitor birch = Visitor.atDesk().signInAt("/admin/system", "birch")) {
            assertTrue(birch.text().contains("The last one was made"));
            assertTrue(birch.text().contains("None has been tried yet."));
        }
    }

    @Test
    @Order(2)
    void theRecordIsErasedAndAnotherBackupIsMadeOfWhatIsLeft() throws IOException {
        erase();
        Instant after = BEFORE.plus(Duration.ofMinutes(1));

        backUp(after);

        keeper(after, "check", folder.resolve("sheet"), file("main", 1), file("keys", 1));
        assertTrue(said.contains("in order"), said);
    }

    @Test
    @Order(3)
    void theBackupOfBeforeIsRestoredIntoEmptyDatabasesAndTheApplicationStartsOnThem() {
        Path tombstones = Path.of(STACK.operatorsEnvironment().get("SAFESPACES_TOMBSTONES_FILE"));
        Path restored = folder.resolve("restored");

        STACK.beginRestored(
                () -> keeper(
                        BEFORE,
                        "restore",
                        STACK.operatorsEnvironment().get("SAFESPACES_SECRETS_FILE"),
                        folder.resolve("sheet"),
                        file("main", 0),
                        file("keys", 0),
                        tombstones,
                        restored),
                restored.resolve("tombstones.txt"));

        assertFalse(said.contains("No destroyed key had come back"), said);
    }

    @Test
    @Order(4)
    void whatWasKeptOpensAndWhatWasErasedDoesNot() {
        try (Visitor rowan =
                Visitor.atDesk().signInAt("/therapist/today", "rowan").unlock("rowan")) {
            rowan.goTo(keptAddress);
            assertTrue(rowan.text().contains(KEPT), rowan::text);
            for (String address : List.of(noteAddress, caseAddress)) {
                rowan.goTo(address);
                assertFalse(rowan.page().content().contains(ERASED), address);
            }
        }
    }

    @Test
    @Order(5)
    void theLogIsTheOneOfThenAndGoesOn() {
        try (Keyring rows = Keyring.of(World.open())) {
            assertEquals(logBefore, rows.one(LOG, lastLine));
            assertTrue(rows.count("audit_event WHERE seq > ?::bigint AND action = 'SERVER_STARTED'", lastLine) > 0);
            assertEquals(
                    0, rows.count("audit_event WHERE action = 'KEYSTORE_KEYS_MISSING' AND seq > ?::bigint", lastLine));
        }
    }

    private static void aRecordOfRowans() {
        try (Visitor stranger = Visitor.onPhoneWithoutScript()) {
            Enquiry.begunBy(stranger)
                    .upToCheck("a story that no backup brings back", "Maple")
                    .send();
        }
        try (Visitor rowan =
                Visitor.atDesk().signInAt("/therapist/today", "rowan").unlock("rowan")) {
            Inbox.openNewest(rowan);
            Inbox.accept(rowan);
            caseAddress = rowan.page().url().replaceAll(".*(/therapist/client\\?id=[0-9a-f-]+).*", "$1");
            rowan.follow("New note");
            rowan.page().fill("#note\\:said", ERASED);
            rowan.press("Sign and lock");
            rowan.page().waitForURL("**/therapist/note?**id=**");
            noteAddress = rowan.page().url().substring(rowan.world().address().length());
            rowan.goTo(noteAddress);
            assertTrue(rowan.text().contains(ERASED));
        }
    }

    /** The first note of an invented case, at the address that a note of the other has. */
    private static String addressOfANoteThatStays() {
        try (Keyring rows = Keyring.of(World.open())) {
            String from = " FROM case_item i JOIN case_record c ON c.id = i.case_id WHERE c.designation = 'Copper Wren'"
                    + " AND i.kind = 'NOTE' AND i.version = 1 ORDER BY i.step LIMIT 1";
            String ownCase = caseAddress.replaceAll(".*id=", "");
            return noteAddress
                    .replace(ownCase, rows.one("SELECT i.case_id" + from))
                    .replaceAll("([?&]id=)[0-9a-f-]+", "$1" + rows.one("SELECT i.item_id" + from));
        }
    }

    private static void erase() {
        String designation;
        try (Visitor rowan =
                Visitor.atDesk().signInAt("/therapist/today", "rowan").unlock("rowan")) {
            rowan.goTo(caseAddress);
            rowan.follow("Erase this record");
            designation = rowan.page().locator(".back a").innerText();
            rowan.page().selectOption("#ask\\:reason", "CLIENT_ASKED");
            rowan.page().fill("#ask\\:phrase", rowan.world().person("rowan").phrase());
            rowan.press("Ask for erasure");
            rowan.waitForWords("Another therapist or an admin decides now");
        }
        try (Visitor alder = Visitor.atDesk().signInAt("/therapist/erasures", "alder")) {
            alder.page()
                    .locator("li.row:has-text(\"" + designation + "\")")
                    .getByText("Look")
                    .first()
                    .click();
            alder.page().waitForURL("**/erasures?id=*");
            alder.press("Erase for ever");
            alder.waitForWords("The record is erased");
        }
    }

    private static void backUp(Instant at) {
        keeper(
                at,
                "make",
                STACK.operatorsEnvironment().get("SAFESPACES_SECRETS_FILE"),
                folder.resolve("public"),
                folder.resolve("main"),
                folder.resolve("keys"));
    }

    private static Path file(String kind, int number) {
        try (Stream<Path> files = Files.list(folder.resolve(kind))) {
            return files.sorted().toList().get(number);
        } catch (IOException cannot) {
            throw new java.io.UncheckedIOException(cannot);
        }
    }

    private static void keeper(Instant at, Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Keeper keeper = new Keeper(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                STACK.operatorsEnvironment(),
                what -> Optional.empty(),
                Clock.fixed(at, ZoneOffset.UTC));
        List<String> all = new ArrayList<>(List.of("backup"));
        Arrays.stream(arguments).map(Object::toString).forEach(all::add);
        int result = keeper.run(all);
        said = out.toString(StandardCharsets.UTF_8);
        assertEquals(0, result, said);
    }
}
