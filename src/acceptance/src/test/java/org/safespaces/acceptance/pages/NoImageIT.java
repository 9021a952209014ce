package org.safespaces.acceptance.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.safespaces.acceptance.support.Enquiry;
import org.safespaces.acceptance.support.Inbox;
import org.safespaces.acceptance.support.Rows;
import org.safespaces.acceptance.support.Visitor;
import org.safespaces.acceptance.support.World;

/** No image, ever (intake.md D6, L-01 to L-03): whatever is tried, none is taken, none lies anywhere, and no address is followed. */
class NoImageIT {
    private static final String MARK = "picturethatnobodymaykeep";
    private static final byte[] PICTURE = picture();
    private static final Set<Integer> REFUSED = Set.of(400, 404, 405, 413, 415);
    private static final List<String> WRITTEN =
            List.of("intake", "intake_sending", "code_draft", "return_code", "outbox", "case_item");

    /** A picture by its first bytes, with a word in it to look for. */
    private static byte[] picture() {
        byte[] start = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
        byte[] mark = MARK.repeat(40).getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[start.length + mark.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(mark, 0, whole, start.length, mark.length);
        return whole;
    }

    @Test
    void noAddressTakesAPictureFromAnybodyAndNoneLiesAnywhere() throws IOException {
        Set<String> before = Rows.of(WRITTEN);
        List<String> taken = new ArrayList<>();
        try (Visitor nobody = Visitor.atDesk();
                Visitor linen = Visitor.atDesk().signInAt("/client/home", "linen");
                Visitor alder = Visitor.atDesk().signInAt("/therapist/today", "alder");
                Visitor birch = Visitor.atDesk().signInAt("/admin/people", "birch")) {
            for (String route : routes()) {
                String address = nobody.world().address() + route;
                tryTypes(nobody.page().context().request(), address, taken);
                for (Visitor visitor : List.of(nobody, linen, alder, birch)) {
                    tryForms(visitor.page().context().request(), address, taken);
                }
            }
        }
        assertEquals(List.of(), taken);
        assertEquals(Set.of(), Rows.since(before, WRITTEN), "nothing is stored");
        assertEquals(List.of(), filesWithTheMark(), "nothing lies in a folder of the server, for a moment or for good");
    }

    private static void tryTypes(APIRequestContext browser, String address, List<String> taken) {
        for (String type : List.of(
                "image/png", "application/octet-stream", "text/plain", "application/json", "Multipart/Form-Data")) {
            refused(
                    browser.post(address, once().setHeader("Content-Type", type).setData(PICTURE)),
                    type + " " + address,
                    taken);
        }
        refused(
                browser.put(
                        address, once().setHeader("Content-Type", "image/png").setData(PICTURE)),
                "PUT " + address,
                taken);
    }

    private static void tryForms(APIRequestContext browser, String address, List<String> taken) {
        FilePayload file = new FilePayload("a.png", "image/png", PICTURE);
        refused(
                browser.post(
                        address,
                        once().setMultipart(FormData.create().set("file", file).set("do", "send"))),
                "multipart " + address,
                taken);
        String text = Base64.getEncoder().encodeToString(PICTURE);
        APIResponse spoken =
                browser.post(address, once().setForm(FormData.create().set("q.S17", "data:image/png;base64," + text)));
        if (spoken.status() >= 500 || spoken.text().contains(text)) {
            taken.add("base64 " + address + ": " + spoken.status());
        }
    }

    private static RequestOptions once() {
        return RequestOptions.create().setMaxRedirects(0);
    }

    private static void refused(APIResponse response, String how, List<String> taken) {
        if (!REFUSED.contains(response.status())) {
            taken.add(how + ": " + response.status());
        }
    }

    /** Every page there is, and what is none. */
    private static List<String> routes() throws IOException {
        List<String> routes = new ArrayList<>(
                List.of("/exit", "/sign-out", "/here", "/therapist/alive", "/nothing", "/jakarta.faces.resource/x"));
        Files.readAllLines(World.open().root().resolve("src/acceptance/src/test/resources/pages.csv")).stream()
                .filter(line -> line.startsWith("/"))
                .map(line -> line.substring(0, line.indexOf(',')))
                .forEach(routes::add);
        return routes;
    }

    private static List<String> filesWithTheMark() throws IOException {
        Path server = World.open().stack().application().home();
        String coded = Base64.getEncoder().encodeToString(PICTURE).substring(40, 80);
        List<String> found = new ArrayList<>();
        for (Path folder : List.of(
                server.resolve("standalone"),
                World.open().stack().settings().data().resolve("logs"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                    if (bytes.contains(MARK) || bytes.contains(coded)) {
                        found.add(file.toString());
                    }
                }
            }
        }
        return found;
    }

    @Test
    void aPastedPictureLeavesTheBoxAsItWasAndPastedWordsStay() {
        try (Visitor visitor = Visitor.atDesk()) {
            Enquiry.begunBy(visitor).upTo("s17", Enquiry.adult("money"));
            visitor.page().context().grantPermissions(List.of("clipboard-write", "clipboard-read"));
            visitor.page().fill("#in-S17", "before ");
            visitor.page()
                    .evaluate(
                            """
                            () => new Promise((done, failed) => {
                              const canvas = document.createElement("canvas");
                              canvas.width = canvas.height = 8;
                              canvas.toBlob(blob => navigator.clipboard
                                .write([new ClipboardItem({ "image/png": blob })]).then(done, failed));
                            })""");
            paste(visitor);
            assertEquals("before ", visitor.page().inputValue("#in-S17"));
            assertEquals(0, visitor.page().locator("main img, main canvas").count());
            visitor.page().evaluate("() => navigator.clipboard.writeText('pasted')");
            paste(visitor);
            assertEquals("before pasted", visitor.page().inputValue("#in-S17"), "words can be pasted");
        }
    }

    private static void paste(Visitor visitor) {
        visitor.page().focus("#in-S17");
        visitor.page().keyboard().press("Control+End");
        visitor.page().keyboard().press("Control+V");
    }

    @Test
    void anAddressInATextIsNeverFollowedNorALink() throws IOException {
        try (ServerSocket canary = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
                Visitor stranger = Visitor.atDesk()) {
            String host = "127.0.0.1:" + canary.getLocalPort();
            String words = "it was at http://" + host + "/a.png and HTTPS://" + host + "/b, they said";
            Enquiry enquiry = Enquiry.begunBy(stranger).upToCheck(words, "Heron");
            assertInert(stranger, host);
            enquiry.send();
            try (Visitor rowan =
                    Visitor.atDesk().signInAt("/therapist/today", "rowan").unlock("rowan")) {
                Inbox.openNewest(rowan);
                assertTrue(rowan.text().contains("it was at hxxp://" + host), rowan.text());
                assertInert(rowan, host);
            }
            canary.setSoTimeout(500);
            try {
                canary.accept().close();
                throw new AssertionError("somebody asked for it");
            } catch (SocketTimeoutException nobodyCame) {
                assertFalse(canary.isClosed());
            }
        }
    }

    private static void assertInert(Visitor visitor, String host) {
        assertEquals(
                0,
                visitor.page()
                        .locator("[href*='" + host + "'], [src*='" + host + "'], [data*='" + host + "']")
                        .count());
    }
}
