package org.safespaces.acceptance.without;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.safespaces.acceptance.support.Enquiry;
import org.safespaces.acceptance.support.Eventually;
import org.safespaces.acceptance.support.Rows;
import org.safespaces.acceptance.support.Visitor;
import org.safespaces.acceptance.support.World;

/** Help while everything else is away: stopped, hanging, or not there yet when the server starts. Each begins where the last has ended. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WithoutServersIT {
    /** Nobody counts the seconds until a number is there. */
    private static final Duration AT_ONCE = Duration.ofSeconds(3);

    private static final int VISITORS = 12;
    private static final List<String> HELP = List.of(
            "/",
            "/help/now",
            "/help/places",
            "/help/first-steps",
            "/help/understanding",
            "/help/about",
            "/help/under-18",
            "/help/someone-else",
            "/help/police",
            "/help/this-site",
            "/help/privacy",
            "/help/accessibility",
            "/help/complaints");

    private static World world;

    /** Accepts whoever comes, and never says a word. */
    private static final class Silence implements AutoCloseable {
        private final ServerSocket door;
        private final Thread doorkeeper;
        private final List<Socket> held = new ArrayList<>();

        Silence(int port) throws IOException {
            door = new ServerSocket(port, 200, InetAddress.getByName("127.0.0.1"));
            doorkeeper = new Thread(this::hold, "silence");
            doorkeeper.setDaemon(true);
            doorkeeper.start();
        }

        private void hold() {
            try {
                while (!door.isClosed()) {
                    held.add(door.accept());
                }
            } catch (IOException closed) {
                // the test is over
            }
        }

        boolean wasAsked() {
            return !held.isEmpty();
        }

        /** Until whoever waits at the door has left, the system does not give the port away again. */
        @Override
        public void close() throws IOException {
            door.close();
            try {
                doorkeeper.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            for (Socket socket : held) {
                socket.close();
            }
        }
    }

    @BeforeAll
    static void begin() {
        world = World.open();
    }

    @Test
    @Order(1)
    void helpIsThereWhenDatabaseAndIdentityServerAreNot() throws Exception {
        world.stack().stopIdentityServer();
        world.stack().stopDatabase();
        helpIsThere();
        try (Visitor visitor = Visitor.onPhoneWithoutScript()) {
            Enquiry enquiry = Enquiry.begunBy(visitor).upTo("places", Enquiry.adult("money"));
            assertTrue(visitor.text().contains("Revenge Porn Helpline"), "where answers lead needs nobody but us");
            enquiry.goOn();
            assertTrue(visitor.text().contains("We cannot take enquiries here just now"));
            assertTrue(visitor.text().contains("116 123"), "the numbers stand in its place");
        }
    }

    @Test
    @Order(2)
    void helpAndTheFirstQuestionsAreThereAtOnceWhileTheIdentityServerHangs() throws Exception {
        try (Silence silence = new Silence(world.stack().settings().ports().identity())) {
            helpIsThere();
            answersToQuestionsLeadToPlaces();
        }
    }

    @Test
    @Order(3)
    void helpIsThereWhenTheServerStartsWithoutItsDatabaseBesideAnIdentityServerThatHangs() throws Exception {
        try (Silence silence = new Silence(world.stack().settings().ports().identity())) {
            world.stack().restartApplication();
            CompletableFuture<Integer> closed = CompletableFuture.supplyAsync(() -> status("/client/home"));
            Eventually.holds(silence::wasAsked);
            helpIsThere();
            answersToQuestionsLeadToPlaces();
            assertEquals(503, status("/client/home"), "said at once: somebody waits for the answer already");
            assertEquals(503, closed.join(), "and said when it does not come");
        }
    }

    @Test
    @Order(4)
    void onceTheDatabaseComesThePracticeOpensByItself() throws Exception {
        world.stack().startDatabaseAgain();
        try (Visitor visitor = Visitor.onPhoneWithoutScript()) {
            Enquiry enquiry = Enquiry.begunBy(visitor).upTo("places", Enquiry.adult("money"));
            Eventually.holds(() -> {
                visitor.goTo("/support");
                enquiry.goOn();
                return !visitor.text().contains("We cannot take enquiries here just now");
            });
            assertEquals("limits", enquiry.at());
            enquiry.upTo("s17", Enquiry.adult("money")).write("S17", "after the night without");
            assertEquals(
                    16, enquiry.upTo("check", Enquiry.adult("money")).send().length());
            visitor.goTo("/help/now");
        }
        world.stack().startIdentityServerAgain();
        try (Visitor rowan =
                Visitor.atDesk().signInAt("/therapist/today", "rowan").unlock("rowan")) {
            assertEquals("Today", rowan.page().title());
        }
    }

    /** Not without a server, but with one that is started anew: whoever sends more than is taken keeps what she wrote. */
    @Test
    @Order(5)
    void whoeverSendsMoreThanIsTakenIsToldKindlyAndLosesNothing() {
        world.stack().restartWith("SAFESPACES_SETTING_ENQUIRIESANHOUR", "1");
        List<String> tables = List.of("intake", "intake_sending", "return_code", "outbox");
        try (Visitor first = Visitor.onPhoneWithoutScript();
                Visitor second = Visitor.onPhoneWithoutScript()) {
            String code = Enquiry.begunBy(first).upToCheck("the first", "One").send();
            assertEquals(16, code.length());
            Set<String> before = Rows.of(tables);
            Enquiry.begunBy(second).upToCheck("not lost at all", "Two").press("send");
            assertTrue(second.text().contains("It was not sent yet"));
            assertTrue(second.text().contains("not lost at all"));
            assertTrue(second.page().locator("main .calls a[href='tel:116123']").isVisible());
            assertEquals(Set.of(), Rows.since(before, tables));
        }
    }

    /** Whoever is signed in already looks what is away: it is said, beside what is there, and hides nothing. */
    @Test
    @Order(6)
    void theSystemPageSaysWhatDoesNotAnswerWhetherItIsAwayOrHangs() throws Exception {
        try (Visitor birch = Visitor.atDesk().signInAt("/admin/system", "birch")) {
            assertEquals(0, birch.page().getByText("No answer").count());
            world.stack().stopIdentityServer();
            try {
                birch.goTo("/admin/system");
                onlyTheIdentityServerIsAway(birch);
                try (Silence silence =
                        new Silence(world.stack().settings().ports().identity())) {
                    Instant asked = Instant.now();
                    birch.goTo("/admin/system");
                    onlyTheIdentityServerIsAway(birch);
                    assertTrue(silence.wasAsked());
                    assertTrue(Duration.between(asked, Instant.now()).toSeconds() < 5, "two seconds, and the page");
                }
                world.stack().stopDatabase();
                try {
                    assertEquals(200, birch.goTo("/admin/system").status());
                    assertTrue(isAway(birch, "Database of the practice"), birch.text());
                    assertTrue(isAway(birch, "Database of keys"), birch.text());
                    assertFalse(isAway(birch, "Disk"), birch.text());
                } finally {
                    world.stack().startDatabaseAgain();
                }
            } finally {
                world.stack().startIdentityServerAgain();
            }
        }
    }

    private static void onlyTheIdentityServerIsAway(Visitor birch) {
        assertEquals(1, birch.page().getByText("No answer").count(), birch.text());
        assertTrue(isAway(birch, "Sign-in server"));
    }

    private static boolean isAway(Visitor birch, String part) {
        return birch.page()
                .locator("tr", new Page.LocatorOptions().setHasText(part))
                .first()
                .innerText()
                .contains("No answer");
    }

    /** Every page, for several people at once, quickly, and leaving nothing behind. */
    private static void helpIsThere() {
        for (String page : HELP) {
            Instant asked = Instant.now();
            Answer answer = get(page);
            assertEquals(200, answer.status(), page);
            assertTrue(answer.body().contains("tel:116123") && answer.body().contains("tel:999"), page);
            assertFalse(answer.leavesACookie(), page);
            assertTrue(Duration.between(asked, Instant.now()).compareTo(AT_ONCE) < 0, page + " comes at once");
        }
        Instant asked = Instant.now();
        List<CompletableFuture<Answer>> crowd = new ArrayList<>();
        for (int i = 0; i < VISITORS; i++) {
            crowd.add(CompletableFuture.supplyAsync(() -> get("/help/now")));
        }
        crowd.forEach(one -> assertEquals(200, one.join().status()));
        assertTrue(Duration.between(asked, Instant.now()).compareTo(AT_ONCE) < 0, "nobody waits for the one before");
    }

    private static void answersToQuestionsLeadToPlaces() {
        try (Visitor visitor = Visitor.onPhoneWithoutScript()) {
            Instant began = Instant.now();
            Enquiry.begunBy(visitor).upTo("places", Enquiry.adult("money"));
            assertTrue(visitor.text().contains("Revenge Porn Helpline"));
            assertTrue(Duration.between(began, Instant.now()).toSeconds() < 15, "seven pages");
        }
    }

    private record Answer(int status, String body, boolean leavesACookie) {}

    private static int status(String page) {
        return get(page).status();
    }

    private static Answer get(String page) {
        try {
            HttpURLConnection asked = (HttpURLConnection)
                    URI.create(world.address() + page).toURL().openConnection();
            asked.setInstanceFollowRedirects(false);
            int status = asked.getResponseCode();
            try (var in = status < 400 ? asked.getInputStream() : asked.getErrorStream()) {
                return new Answer(
                        status,
                        new String(in.readAllBytes(), StandardCharsets.UTF_8),
                        asked.getHeaderField("Set-Cookie") != null);
            }
        } catch (IOException failure) {
            throw new AssertionError(page, failure);
        }
    }
}
