package org.safespaces.web.frame;

import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wildfly.security.http.oidc.OidcAccount;

/**
 * Ends a sign-in at the identity server without the browser: its cookie there lies on another host, which we cannot ask to
 * forget. Nobody waits for it, so that leaving is quick whatever the identity server does; when it does not answer, its
 * session ends by itself after fifteen minutes.
 */
final class EndOfSignIn {
    private static final Logger LOG = Logger.getLogger(EndOfSignIn.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private EndOfSignIn() {}

    /** Ends the sign-in that this session holds, if any. */
    static void of(HttpSession session) {
        if (session.getAttribute(OidcAccount.class.getName()) instanceof OidcAccount account) {
            String token = account.getOidcSecurityContext().getRefreshToken();
            if (token != null) {
                HTTP.sendAsync(request(token), HttpResponse.BodyHandlers.discarding())
                        .whenComplete((answer, failure) -> tell(answer));
            }
        }
    }

    private static HttpRequest request(String refreshToken) {
        String form =
                "client_id=" + encoded(Objects.requireNonNullElse(System.getenv("SAFESPACES_OIDC_CLIENT"), "portal"))
                        + "&client_secret=" + encoded(System.getenv("SAFESPACES_OIDC_SECRET")) + "&refresh_token="
                        + encoded(refreshToken);
        return HttpRequest.newBuilder(
                        URI.create(System.getenv("SAFESPACES_OIDC_URL") + "/protocol/openid-connect/logout"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static void tell(HttpResponse<Void> answer) {
        if (answer == null || answer.statusCode() >= 300) {
            LOG.log(Level.WARNING, "a sign-in was not ended at the identity server");
        }
    }
}
