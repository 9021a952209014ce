package org.safespaces.acceptance.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safespaces.acceptance.support.Visitor;

class HeadersIT {
    private static final List<String> HELP = List.of(
            "/",
            "/help/now",
            "/help/places",
            "/help/first-steps",
            "/help/under-18",
            "/help/privacy",
            "/help/this-site");

    @Test
    void everyAnswerCarriesTheHeadersThatKeepItPrivate() {
        try (Visitor visitor = Visitor.atDesk()) {
            for (String address : List.of("/", "/support", "/messages", "/help/now", "/nothing", "/therapist/today")) {
                Map<String, String> headers = get(visitor, address).headers();
                assertEquals("nosniff", headers.get("x-content-type-options"), address);
                assertEquals("no-referrer", headers.get("referrer-policy"), address);
                assertEquals("DENY", headers.get("x-frame-options"), address);
                assertTrue(headers.getOrDefault("cache-control", "").contains("no-store"), address);
                assertTrue(headers.getOrDefault("x-robots-tag", "").contains("noindex"), address);
                assertFalse(headers.containsKey("x-powered-by"), address);
                assertFalse(headers.containsKey("server"), address);
            }
        }
    }

    @Test
    void everyPageHasOnePolicyThatAllowsNothingFromElsewhere() {
        try (Visitor visitor = Visitor.atDesk()) {
            for (String address : List.of("/", "/support", "/help/now", "/nothing")) {
                APIResponse response = get(visitor, address);
                List<String> policies = response.headersArray().stream()
                        .filter(header -> header.name.equalsIgnoreCase("Content-Security-Policy"))
                        .map(header -> header.value)
                        .toList();
                assertEquals(1, policies.size(), address);
                assertTrue(policies.get(0).contains("default-src 'none'"), address);
                assertTrue(policies.get(0).contains("frame-ancestors 'none'"), address);
                assertFalse(policies.get(0).contains("unsafe-inline"), address);
                assertFalse(policies.get(0).contains("https://"), address);
            }
        }
    }

    @Test
    void helpPagesLeaveNoCookieAndOpenNoSession() {
        try (Visitor visitor = Visitor.atDesk()) {
            for (String address : HELP) {
                assertFalse(get(visitor, address).headers().containsKey("set-cookie"), address);
            }
        }
    }

    @Test
    void titlesAndAddressesAreNeutral() {
        try (Visitor visitor = Visitor.atDesk()) {
            for (String address : HELP) {
                visitor.goTo(address);
                String shown = (visitor.page().title() + " " + address).toLowerCase(java.util.Locale.ROOT);
                for (String word : List.of("sextortion", "abuse", "porn", "victim", "suicide", "therapy centre")) {
                    assertFalse(shown.contains(word), shown);
                }
            }
        }
    }

    @Test
    void leavingEndsTheSessionAndAsksTheBrowserToForget() {
        try (Visitor visitor = Visitor.atDesk()) {
            visitor.goTo("/support");
            visitor.press("Start");
            APIResponse exit = get(visitor, "/exit");
            assertEquals(303, exit.status());
            assertTrue(exit.headers().get("clear-site-data").contains("cookies"));
            visitor.goTo("/support");
            assertTrue(visitor.text().contains("Before you start"), "nothing of the form is left");
        }
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
