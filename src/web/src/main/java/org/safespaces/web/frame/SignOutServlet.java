package org.safespaces.web.frame;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.safespaces.keys.VaultLock;

/**
 * Signs out of the application and of the identity server: locks the vault, ends the session, asks the browser to forget,
 * and goes to the identity server's end of session. The server's own OIDC client has no such address.
 */
@WebServlet("/sign-out")
public class SignOutServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private VaultLock vaultLock;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        HttpSession session = request.getSession(false);
        if (session == null || !FormToken.matches(session, request.getParameter("token"))) {
            response.sendRedirect(request.getContextPath() + "/");
            return;
        }
        Optional<String> idToken = Token.idToken(request);
        forget(request, response, vaultLock);
        response.sendRedirect(idToken.map(SignOutServlet::endOfSession).orElse(request.getContextPath() + "/"));
    }

    /** Nobody is signed in here any more, nothing stays unlocked, and the browser is asked to forget. */
    static void forget(HttpServletRequest request, HttpServletResponse response, VaultLock vaultLock)
            throws ServletException {
        if (request.isUserInRole("therapist")) {
            vaultLock.lock();
        }
        request.logout();
        HttpSession left = request.getSession(false);
        if (left != null) {
            left.invalidate();
        }
        Cookies.clear(response, Cookies.VAULT);
        response.setHeader("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"");
    }

    private static String endOfSession(String idToken) {
        return System.getenv("SAFESPACES_OIDC_URL") + "/protocol/openid-connect/logout?id_token_hint=" + idToken
                + "&post_logout_redirect_uri="
                + URLEncoder.encode(System.getenv("SAFESPACES_ORIGIN") + "/", StandardCharsets.UTF_8);
    }
}
