package org.safespaces.web.frame;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Set;
import org.safespaces.keys.BrowserKeyHolder;
import org.safespaces.keys.VaultLock;
import org.safespaces.people.People;

/**
 * Before a therapist's page: makes her known on her first visit, and hands the browser's half of the vault key to whoever
 * opens with it in this request. Asking for a page is a sign that somebody is there.
 */
@WebFilter("/therapist/*")
public class TherapistFilter implements Filter {
    /** Where a page keeps what is typed into it. */
    public static final String DRAFT_PATH = "/therapist/draft";

    private static final String ARRIVED = "frame.arrived";

    /** What a page asks by itself: no sign that anybody is there. */
    private static final Set<String> ASKED_BY_PAGES = Set.of(VaultServlet.PATH, AliveServlet.PATH, DRAFT_PATH);

    @Inject
    private BrowserKeyHolder keys;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private People people;

    @Override
    public void doFilter(ServletRequest plain, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) plain;
        HttpSession session = request.getSession();
        if (session.getAttribute(ARRIVED) == null) {
            String name = people.arrive(
                            Token.claim(request, "preferred_username").orElse(""),
                            Token.claim(request, "email").orElse(null))
                    .shownName();
            session.setAttribute(ARRIVED, name);
        }
        keys.present(Cookies.read(request, Cookies.VAULT).orElse(null));
        if (!ASKED_BY_PAGES.contains(request.getServletPath())) {
            vaultLock.stay(0);
        }
        chain.doFilter(request, response);
    }

    static String shownName(HttpSession session) {
        return String.valueOf(session.getAttribute(ARRIVED));
    }
}
