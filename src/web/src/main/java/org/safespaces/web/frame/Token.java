package org.safespaces.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.wildfly.security.http.oidc.OidcSecurityContext;
import org.wildfly.security.http.oidc.RefreshableOidcSecurityContext;

/** What the identity server said of whoever is signed in. */
final class Token {
    private Token() {}

    static Optional<String> claim(HttpServletRequest request, String name) {
        return context(request)
                .map(OidcSecurityContext::getToken)
                .map(token -> token.getClaimValueAsString(name))
                .filter(value -> !value.isBlank());
    }

    /** The proof of this very sign-in, for ending it. */
    static Optional<String> idToken(HttpServletRequest request) {
        return context(request).map(OidcSecurityContext::getIDTokenString);
    }

    /** Takes the request out of the session, where the server's OIDC client leaves it until the next one comes. */
    static void letGo(HttpServletRequest request) {
        context(request).ifPresent(context -> {
            if (context instanceof RefreshableOidcSecurityContext session) {
                session.setCurrentRequestInfo(session.getOidcClientConfiguration(), null);
            }
        });
    }

    private static Optional<OidcSecurityContext> context(HttpServletRequest request) {
        return request.getAttribute(OidcSecurityContext.class.getName()) instanceof OidcSecurityContext context
                ? Optional.of(context)
                : Optional.empty();
    }
}
