package org.safespaces.web.frame;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cookies that carry keys. Host-bound, secure, out of reach of scripts, never sent from elsewhere, gone with the browser.
 * Their names say nothing.
 */
final class Cookies {
    /** The browser's half of an unlocked vault. */
    static final String VAULT = "__Host-vault";

    /** The key of the working copy of a form. */
    static final String COPY = "__Host-copy";

    /** The key of a code that was typed to come back. */
    static final String BACK = "__Host-back";

    private Cookies() {}

    static Optional<String> read(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    static void write(HttpServletResponse response, String name, String value) {
        response.addHeader("Set-Cookie", name + "=" + value + "; Path=/; Secure; HttpOnly; SameSite=Strict");
    }

    static void clear(HttpServletResponse response, String name) {
        response.addHeader("Set-Cookie", name + "=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0");
    }
}
