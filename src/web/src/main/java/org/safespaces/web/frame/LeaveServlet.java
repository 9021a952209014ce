package org.safespaces.web.frame;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

/**
 * Leaves at once: ends the session and the sign-in, asks the browser to forget what it keeps of us, and goes to a page that says nothing.
 * The one address that changes something on GET, because it must work without script and from anywhere.
 */
@WebServlet("/exit")
public class LeaveServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String USUAL = "https://www.bbc.co.uk/weather";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            EndOfSignIn.of(session);
            session.invalidate();
        }
        Cookies.clear(response, Cookies.VAULT);
        Cookies.clear(response, Cookies.COPY);
        Cookies.clear(response, Cookies.BACK);
        response.setHeader("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"");
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", target());
    }

    private static String target() {
        String configured = System.getenv("SAFESPACES_EXIT_TARGET");
        return configured == null || configured.isBlank() ? USUAL : configured;
    }
}
