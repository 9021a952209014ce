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
import org.safespaces.keys.BrowserKeyHolder;
import org.safespaces.people.People;

/**
 * Before a therapist's page: makes her known on her first visit, and hands the browser's half of the vault key to whoever
 * opens with it in this request.
 */
@WebFilter("/therapist/*")
public class TherapistFilter implements Filter {
    private static final String ARRIVED = "frame.arrived";

    @Inject
    private BrowserKeyHolder keys;

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
        chain.doFilter(request, response);
    }

    static String shownName(HttpSession session) {
        return String.valueOf(session.getAttribute(ARRIVED));
    }
}
