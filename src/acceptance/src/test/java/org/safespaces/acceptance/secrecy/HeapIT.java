package org.safespaces.acceptance.secrecy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.safespaces.acceptance.support.Eventually;
import org.safespaces.acceptance.support.Visitor;
import org.safespaces.acceptance.support.World;
import org.safespaces.devstack.DevelopmentPeople.Person;

/**
 * Five vaults are open, thirty notes have been read, and nobody does anything: what would somebody find who takes the memory of
 * the server now? No key, no half of a key, no phrase, no word that was typed or read.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HeapIT {
    private static final int NOTES = 30;
    private static final List<String> WHO = List.of("rowan", "alder", "rowan", "alder", "rowan");
    private static final String CLOSED = "kept while the vault is locked, zqheapunsaved";
    private static final String WRONG_CODE = "zqheapwrongcode";

    private static final List<Visitor> IDLE = new ArrayList<>();
    private static final Map<String, List<String>> SIGNED =
            Map.of("rowan", new ArrayList<>(), "alder", new ArrayList<>());
    private static final Search WORDS = new Search();
    private static final Search HALVES = new Search();
    private static final Search KEYS = new Search();
    private static World world;
    private static ServerMemory memory;
    private static StolenVault stolen;

    @BeforeAll
    static void fiveTherapistsReadThirtyNotesAndPause() throws Exception {
        world = World.open();
        memory = new ServerMemory(world);
        stolen = new StolenVault(world);
        Set.copyOf(WHO).forEach(HeapIT::beginToCountAnew);
        for (String account : WHO) {
            IDLE.add(unlocked(account, IDLE.isEmpty()));
        }
        for (int nth = 0; nth < WHO.size(); nth++) {
            String account = WHO.get(nth);
            read(IDLE.get(nth), NOTES / WHO.size()).forEach(note -> rememberSigned(account, note));
        }
        IDLE.forEach(HeapIT::rememberHalf);
        IDLE.add(withHerLastPageRefused());
        IDLE.add(visitorWithAWrongCode());
        rest();
        for (String account : List.of("rowan", "alder")) {
            stolen.keysOf(world.person(account), SIGNED.get(account))
                    .forEach((name, key) -> rememberKey(account + ": " + name, key));
        }
    }

    /** What was read in the five minutes before us counts as well: she reads on until her vault locks itself. */
    private static void beginToCountAnew(String account) {
        try (Visitor therapist =
                Visitor.atDesk().signInAt("/therapist/today", account).unlock(account)) {
            rememberSigned(account, Notes.readUntilLocked(therapist));
        }
    }

    @AfterAll
    static void leave() {
        IDLE.forEach(Visitor::close);
    }

    /**
     * As long as a pause needs to be one, which is 35 seconds: the reader of a connection keeps its last line until the connection ends,
     * after 30 seconds without a request; a thread that waits keeps its last request until it ends, after five. Nobody else comes by.
     */
    private static void rest() {
        Eventually.holds(() -> !memory.hasConnections());
        Eventually.holds(() -> memory.waitingThreads() == 0);
    }

    /** With the phrase, or with the recovery code from paper. */
    private static Visitor unlocked(String account, boolean withCode) {
        Visitor therapist = Visitor.atDesk().signInAt("/therapist/today", account);
        Person person = world.person(account);
        WORDS.word("passphrase of " + account, person.phrase());
        WORDS.word("recovery code of " + account, person.code());
        WORDS.word("recovery code of " + account, person.code().replace("-", ""));
        if (!withCode) {
            return therapist.unlock(account);
        }
        therapist.goTo("/therapist/unlock?with=code");
        therapist.page().fill("#recover\\:code", person.code());
        therapist.press("Unlock");
        therapist.page().waitForURL("**/therapist/new-phrase?forgotten=1");
        therapist.follow("Not now");
        return therapist;
    }

    /** Writes some, then reads each, as a page and in the form that changes it; where they are. */
    private static List<String> read(Visitor therapist, int howMany) {
        String mark = "zqheapnote" + IDLE.indexOf(therapist) + "x";
        List<String> texts = IntStream.range(0, howMany)
                .mapToObj(nth ->
                        mark + nth + "y and what else was said. ".repeat(40).strip())
                .toList();
        texts.forEach(text -> WORDS.word("a note", text.substring(0, text.indexOf(' '))));
        List<String> addresses = Notes.written(therapist, Notes.aCaseOf(therapist), texts);
        for (int nth = 0; nth < howMany; nth++) {
            therapist.goTo(addresses.get(nth));
            assertTrue(therapist.text().contains(texts.get(nth)));
        }
        therapist.goTo(addresses.get(0) + "&edit=1");
        return addresses;
    }

    /** Her vault locks while she writes: the last that the server heard of her is a text that it did not keep. */
    private static Visitor withHerLastPageRefused() {
        WORDS.word("a text that was not kept", CLOSED);
        Visitor alder = Visitor.atDesk().signInAt("/therapist/today", "alder").unlock("alder");
        String caseId = Notes.aCaseOf(alder);
        alder.goTo("/therapist/note?case=" + caseId);
        alder.page().context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("__Host-vault"));
        alder.page().fill("#note\\:said", CLOSED);
        alder.press("Sign and lock");
        alder.page().waitForSelector("#note\\:phrase");
        return alder;
    }

    private static Visitor visitorWithAWrongCode() {
        WORDS.word("a wrong code", WRONG_CODE);
        Visitor linen = Visitor.onPhone().signInAt("/client/join", "slate");
        linen.page().fill("#join\\:code", WRONG_CODE);
        linen.press("Join");
        return linen;
    }

    private static void rememberSigned(String account, String note) {
        SIGNED.get(account).add(note.replaceAll(".*&id=", ""));
    }

    private static void rememberHalf(Visitor therapist) {
        String half = therapist.page().context().cookies().stream()
                .filter(cookie -> cookie.name.equals("__Host-vault"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
        HALVES.pattern("half of a key, as a cookie", half.getBytes(StandardCharsets.US_ASCII));
        KEYS.pattern("half of a key", StolenVault.half(half));
    }

    private static void rememberKey(String name, byte[] key) {
        Spellings.inMemory(key).forEach((how, bytes) -> KEYS.pattern((name + " " + how).strip(), bytes));
    }

    @Test
    @Order(1)
    void whatHasToBeInMemoryIsFoundThere() throws Exception {
        Search known = new Search()
                .pattern("keystore key", stolen.serverKey("ksk"))
                .pattern("password", stolen.password("store").getBytes(StandardCharsets.US_ASCII));

        assertEquals(
                List.of("keystore key", "password"),
                List.copyOf(memory.look(known).keySet()));
    }

    @Test
    @Order(2)
    void anOpenVaultThatNobodyUsesLeavesNoKey() throws Exception {
        assertEquals(Map.of(), memory.look(KEYS));
    }

    @Test
    @Order(3)
    void wordsThatWereTypedOrReadAreGone() throws Exception {
        assertEquals(Map.of(), memory.look(WORDS));
    }

    @Test
    @Order(4)
    void theBrowsersHalfOfAKeyIsGoneAsWell() throws Exception {
        assertEquals(Map.of(), memory.look(HALVES));
    }

    @Test
    @Order(5)
    void aVaultThatWasLockedOrLeftLeavesNoKeyEither() throws Exception {
        for (int nth = 0; nth < WHO.size(); nth++) {
            IDLE.get(nth).press(nth % 2 == 0 ? "Lock now" : "Sign out");
        }
        rest();

        assertEquals(Map.of(), memory.look(KEYS));
        assertEquals(Map.of(), memory.look(WORDS));
    }

    /**
     * Freed objects that were not written over, and whatever lies outside of the heap. Before the server gave memory back, hundreds of
     * keys stood there. A few may stay at the edge of what is in use: how many is said, and words are counted.
     */
    @Test
    @Order(6)
    void hardlyAKeyStandsAnywhereElseInTheProcess() throws Exception {
        memory.look(KEYS);
        Optional<Map<String, Integer>> keys = memory.lookEverywhere(KEYS);
        assumeTrue(keys.isPresent(), "the system lets nobody look");

        System.out.println("measured: in the whole memory of the process " + keys.get() + ", "
                + memory.lookEverywhere(WORDS).get() + ", "
                + memory.lookEverywhere(HALVES).get());
        assertTrue(
                keys.get().values().stream().mapToInt(times -> times).sum() <= 5,
                keys.get().toString());
    }

    @Test
    void aServerThatFailsWritesNoMemoryToDiskAndTheDeliveredOneNeither() throws Exception {
        String flags = memory.flags();
        assertTrue(flags.matches("(?s).*\\bHeapDumpOnOutOfMemoryError\\s+= false\\b.*"), flags);
        assertTrue(flags.matches("(?s).*\\bHeapDumpBeforeFullGC\\s+= false\\b.*"), flags);
        assertTrue(flags.matches("(?s).*\\bHeapDumpAfterFullGC\\s+= false\\b.*"), flags);
        assertTrue(flags.matches("(?s).*\\bCreateCoredumpOnCrash\\s+= false\\b.*"), flags);
        Path settings = world.root().resolve("ear/target/server/bin/standalone.conf");
        String real = Files.readString(settings);
        assertFalse(real.contains("XX:+HeapDump"), real);
        List<String> differing = Pattern.compile("-X[^ \"]+|-Djdk.nio[^ \"]+")
                .matcher(real)
                .results()
                .map(MatchResult::group)
                .filter(option -> !memory.commandLine().contains(option))
                .toList();
        assertEquals(List.of(), differing, "what is tested runs as what is delivered");
    }
}
