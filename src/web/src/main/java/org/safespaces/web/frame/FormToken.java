package org.safespaces.web.frame;

import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Proves that a plain form came from a page of this session: for the few forms that are not Faces' own. */
public final class FormToken {
    private static final String KEY = "frame.formToken";
    private static final SecureRandom RANDOM = new SecureRandom();

    private FormToken() {}

    static String of(HttpSession session) {
        synchronized (session.getId().intern()) {
            String token = (String) session.getAttribute(KEY);
            if (token == null) {
                byte[] random = new byte[16];
                RANDOM.nextBytes(random);
                token = HexFormat.of().formatHex(random);
                session.setAttribute(KEY, token);
            }
            return token;
        }
    }

    /** Whether what a form gave is the token of its session. */
    public static boolean matches(HttpSession session, String given) {
        Object expected = session.getAttribute(KEY);
        return expected instanceof String token
                && given != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.US_ASCII));
    }
}
