package org.safespaces.acceptance.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.safespaces.acceptance.support.Enquiry;
import org.safespaces.acceptance.support.Rows;
import org.safespaces.acceptance.support.Visitor;
import org.safespaces.acceptance.support.World;

/**
 * The catalogue of bad input (assurance.md 5), texts, identifiers, HTTP and Faces, on the pages that are open to all: a kind answer
 * or a plain refusal, nothing reflected, nothing stored, never a failure.
 */
class BadRequestsIT {
    private static final String CANARY = "tern7";
    private static final List<String> WRITTEN = List.of("intake", "intake_sending", "code_draft", "outbox");

    /** What somebody, or something, might type. Each comes back as the text it is, without what nobody can see. */
    private static final Map<String, String> TEXTS = texts();

    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("a lone surrogate", "a\uD800b");
        texts.put("a byte order mark", "\uFEFFa");
        texts.put("turned round", "a\u202Eb\u2066c");
        texts.put("of no width", "a\u200Bb\u200Dc");
        texts.put("piled up", "a" + "\u0301".repeat(1_500));
        texts.put("composed otherwise", "e\u0301 and \u00E9");
        texts.put("a family", "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67");
        texts.put("line ends", "a\r\nb\rc\td");
        texts.put("Turkish", "\u0130stanbul \u0131");
        texts.put("words of machines", "null NaN undefined true -1 1e309");
        texts.put("SQL", "'; DROP TABLE intake; --");
        texts.put("expressions", "${7*7} #{request} {{7*7}} %n %s ${jndi:ldap://x} <%= 1 %>");
        texts.put("a sheet", "=cmd()|' /C calc'!A0 +44 @SUM(1)");
        texts.put("markup", "<script>alert(1)</script><svg onload=alert(1)><math><mtext>&lt;b&gt;&amp;");
        texts.put("addresses", "javascript:alert(1) data:text/html,x file:///etc/passwd");
        return texts;
    }

    @Test
    void everyTextIsTakenAsTextAndShownAsText() {
        try (Visitor visitor = Visitor.atDesk()) {
            visitor.page().onDialog(dialog -> {
                throw new AssertionError("something ran");
            });
            Enquiry enquiry = Enquiry.begunBy(visitor).upTo("s17", Enquiry.adult("money"));
            for (Map.Entry<String, String> text : TEXTS.entrySet()) {
                // in units: on its way to the browser half a character would become a question mark
                visitor.page()
                        .evaluate(
                                "units => document.getElementById('in-S17').value = String.fromCharCode(...units)",
                                text.getValue().chars().boxed().toList());
                enquiry.goOn();
                assertEquals("before-w01", enquiry.at(), text.getKey());
                enquiry.press("back");
                String kept = visitor.page().inputValue("#in-S17");
                assertEquals(seen(text.getValue()), kept, text.getKey());
                assertEquals(
                        0,
                        visitor.page()
                                .locator("main svg[onload], main math, main script")
                                .count());
            }
        }
    }

    /** What is left of a text: line ends of one kind, nothing that turns or ends it, composed as people type. */
    private static String seen(String text) {
        String plain = text.replace("\r\n", "\n").replace('\r', '\n').replaceAll("[\uFEFF\u202E\u2066]", "");
        // half a character is not sent: the browser puts the sign for "unreadable" in its place
        String whole =
                plain.replaceAll("[\uD800-\uDFFF](?<![\uD800-\uDBFF][\uDC00-\uDFFF])(?![\uDC00-\uDFFF])", "\uFFFD");
        return java.text.Normalizer.normalize(whole, java.text.Normalizer.Form.NFC)
                .strip();
    }

    @Test
    void oddNamesAndIdentifiersChangeNothing() {
        Set<String> before = Rows.of(WRITTEN);
        try (Visitor visitor = Visitor.atDesk()) {
            for (String page : List.of("/", "/help/now", "/support", "/messages", "/code", "/take-back", "/sign-up")) {
                for (String odd : List.of(
                        "?" + CANARY + "=<b>" + CANARY,
                        "?id[]=1&id[]=2",
                        "?a=1&a=2&page=sent&face=code&late=<script>" + CANARY,
                        ";jsessionid=" + CANARY,
                        "?"
                                + IntStream.range(0, 200)
                                        .mapToObj(i -> "p" + i + "=1")
                                        .collect(Collectors.joining("&")),
                        "%2e",
                        "%20",
                        ".",
                        "/%2e%2e/WEB-INF/web.xml",
                        "%252e%252e%252f",
                        "%00",
                        "/..;/admin/people",
                        "%c0%af",
                        "\u00e9",
                        "?%ff=%fe",
                        "#" + CANARY)) {
                    APIResponse response = get(visitor, page + odd);
                    assertTrue(response.status() < 500, page + odd + ": " + response.status());
                    assertFalse(response.text().contains(CANARY), page + odd + " is reflected");
                    assertFalse(response.text().contains("<web-app"), page + odd);
                }
            }
        }
        assertEquals(Set.of(), Rows.since(before, WRITTEN));
    }

    @Test
    void addressesOfResourcesLeadToNothingElse() {
        try (Visitor visitor = Visitor.atDesk()) {
            for (String address : List.of(
                    "web.xml.xhtml?ln=..",
                    "web.xml.xhtml?ln=../",
                    "oidc.json.xhtml",
                    "site.css.xhtml?ln=css&loc=../..",
                    "site.css.xhtml?ln=css&con=../..",
                    "..%2fweb.xml.xhtml",
                    "%2e%2e/%2e%2e/web.xml",
                    "WEB-INF/web.xml.xhtml",
                    "beans.xml.xhtml?ln=..%2f",
                    "support.xhtml",
                    "templates/public.xhtml.xhtml?ln=..")) {
                APIResponse response = get(visitor, "/jakarta.faces.resource/" + address);
                assertTrue(
                        response.status() == 404
                                || response.status() == 400
                                || response.text().contains("--sst-"),
                        address + ": " + response.status());
                assertFalse(
                        response.text().contains("<web-app") || response.text().contains("client-id"), address);
            }
        }
    }

    /** Written by hand, because no client library sends such things. Whatever comes is no failure, or the connection just ends. */
    @Test
    void brokenRequestsAreRefusedOrCutOff() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String request : broken()) {
            String answer = send(request);
            String first = answer.lines().findFirst().orElse("");
            if (first.matches("HTTP/1\\.[01] 5(?!01|05).*") || answer.contains(CANARY) || answer.contains("\tat ")) {
                wrong.add(request.lines().findFirst().orElse("") + " -> " + first);
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(send("GET /help/now HTTP/1.1\r\nHost: " + host() + "\r\nConnection: close\r\n\r\n")
                .startsWith("HTTP/1.1 200"));
    }

    private static List<String> broken() {
        String host = "Host: " + host() + "\r\nConnection: close\r\n";
        String post = "POST /support HTTP/1.1\r\n" + host + "Content-Type: application/x-www-form-urlencoded";
        List<String> all = new ArrayList<>();
        for (String method :
                List.of("TRACE", "TRACK", "get", "DEBUG", "PROPFIND", "CONNECT", "FOO", "\u0001", "G".repeat(300))) {
            all.add(method + " /support HTTP/1.1\r\n" + host + CANARY + ": x\r\n\r\n");
        }
        all.add("GET /help/now\r\n\r\n");
        all.add("GET /help/now HTTP/3.7\r\n" + host + "\r\n");
        all.add("GET http://" + CANARY + "/help/now HTTP/1.1\r\n" + host + "\r\n");
        all.add("GET /support HTTP/1.1\r\nConnection: close\r\n\r\n");
        all.add("GET /support HTTP/1.1\r\nHost: " + CANARY + "\r\nConnection: close\r\n\r\n");
        all.add("GET /support HTTP/1.1\r\nHost: a\r\nHost: " + CANARY + "\r\nConnection: close\r\n\r\n");
        all.add("GET /support HTTP/1.1\r\n" + host + "X-Forwarded-Host: " + CANARY + "\r\nX-Forwarded-For: 1.2.3.4\r\n"
                + "X-Forwarded-Proto: https\r\nForwarded: host=" + CANARY + "\r\n\r\n");
        all.add(post + "\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /" + CANARY
                + " HTTP/1.1\r\n\r\n");
        all.add(post + "\r\nTransfer-Encoding: chunked\r\n\r\n3;x=" + CANARY + "\r\na=b\r\n0\r\n\r\n");
        all.add(post + "\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n");
        all.add(post + "\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nabc\r\n0\r\n\r\n");
        all.add(post + "\r\nContent-Length: -1\r\n\r\na=b");
        all.add(post + "\r\nContent-Length: 99999999999999999999\r\n\r\na=b");
        all.add(post + "\r\nContent-Length: 600000\r\n\r\na=b");
        all.add(post + "; charset=" + CANARY + "\r\nContent-Length: 3\r\n\r\na=b");
        all.add(post + "\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\na=b");
        all.add(post + "\r\nExpect: 200-maybe\r\nContent-Length: 3\r\n\r\na=b");
        all.add(post + "\r\nContent-Length: 7\r\n\r\na=%zz&%");
        all.add(post + "\r\nContent-Length: 13\r\n\r\na=%c0%af%ff%0");
        String many = IntStream.range(0, 301).mapToObj(i -> "p" + i + "=1").collect(Collectors.joining("&"));
        all.add(post + "\r\nContent-Length: " + many.length() + "\r\n\r\n" + many);
        all.add("POST /support HTTP/1.1\r\n" + host
                + "Content-Type: multipart/form-data\r\nContent-Length: 3\r\n\r\na=b");
        all.add("GET /help/now?" + many + " HTTP/1.1\r\n" + host + "\r\n");
        all.add("GET /help/now HTTP/1.1\r\n" + host + "X-A: b\r\n".repeat(65) + "\r\n");
        all.add("GET /support HTTP/1.1\r\n" + host + "Cookie: " + "a=b; ".repeat(21) + "\r\n\r\n");
        all.add("GET /support HTTP/1.1\r\n" + host + "Cookie: __Host-copy=" + CANARY + "; __Host-session=" + CANARY
                + "\r\n\r\n");
        all.add("GET /support HTTP/1.1\r\n" + host + "Cookie: __Host-copy=\"; \u0007=,;;;\r\n\r\n");
        all.add("GET /help/now HTTP/1.1\r\n" + host + "X-Long: " + "x".repeat(17 * 1024) + "\r\n\r\n");
        all.add("GET /help/now HTTP/1.1\r\n" + host + "Range: bytes=" + "0-0,".repeat(1_000) + "1-1\r\n\r\n");
        all.add("GET /help/now HTTP/1.1\r\n" + host + "Accept-Encoding: " + "gzip;q=0.1,".repeat(200) + "x\r\n\r\n");
        all.add("GET /" + "a/".repeat(4_000) + " HTTP/1.1\r\n" + host + "\r\n");
        all.add("GET /help/now HTTP/1.1\r\n" + host + "A header without a colon\r\n\r\n");
        return all;
    }

    private static String host() {
        return URI.create(World.open().address()).getAuthority();
    }

    /** Everything that comes back, or nothing when the other side just ends it. */
    private static String send(String request) throws IOException {
        URI address = URI.create(World.open().address());
        try (Socket socket = new Socket("127.0.0.1", address.getPort())) {
            socket.setSoTimeout(3_000);
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
                InputStream in = socket.getInputStream();
                for (int next = in.read(); next >= 0; next = in.read()) {
                    answer.write(next);
                }
            } catch (SocketException | SocketTimeoutException cutOff) {
                // as it should be when a request never ends
            }
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    @Test
    void whatFacesKeepsOfAPageCannotBeForged() {
        Set<String> before = Rows.of(WRITTEN);
        try (Visitor visitor = Visitor.atDesk();
                Visitor other = Visitor.atDesk()) {
            Enquiry enquiry = Enquiry.begunBy(visitor).upTo("s17", Enquiry.adult("money"));
            Enquiry.begunBy(other).upTo("s17", Enquiry.adult("money"));
            String state = state(visitor);
            for (String forged : List.of(
                    "", "stateless", "garbage", "1:2", "-1:-1", state + "0", state(other), CANARY.repeat(20_000))) {
                for (String page : List.of("/support", "/messages", "/code", "/take-back")) {
                    APIResponse response = visitor.page()
                            .context()
                            .request()
                            .post(
                                    visitor.world().address() + page,
                                    RequestOptions.create()
                                            .setMaxRedirects(0)
                                            .setForm(FormData.create()
                                                    .set("jakarta.faces.ViewState", forged)
                                                    .set("f", "f")
                                                    .set("primefaces.nonce", CANARY)
                                                    .set("jakarta.faces.source", "nobody")
                                                    .set("jakarta.faces.partial.ajax", "true")
                                                    .set("jakarta.faces.partial.execute", "@all")
                                                    .set("do", "send")
                                                    .set("page", "check")));
                    assertTrue(response.status() < 500, page + " " + forged.length() + ": " + response.status());
                    assertFalse(response.text().contains(CANARY), page + " reflects");
                }
            }
            visitor.goTo("/support");
            assertEquals("s17", enquiry.at(), "she is where she was");
        }
        assertEquals(Set.of(), Rows.since(before, WRITTEN), "nothing was sent");
    }

    private static String state(Visitor visitor) {
        return visitor.page()
                .locator("input[name='jakarta.faces.ViewState']")
                .first()
                .inputValue();
    }

    private static APIResponse get(Visitor visitor, String address) {
        return visitor.page()
                .context()
                .request()
                .get(
                        visitor.world().address() + address,
                        RequestOptions.create().setMaxRedirects(0));
    }
}
