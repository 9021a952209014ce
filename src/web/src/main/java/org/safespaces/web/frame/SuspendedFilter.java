package org.safespaces.web.frame;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.safespaces.keys.VaultLock;
import org.safespaces.people.Caller;

/**
 * Before every page of somebody who is signed in: whoever was suspended meanwhile is out, at once and without asking the identity
 * server, whose token may still be good for a minute. She is where everybody begins; the sign-in lets her in no more.
 */
@WebFilter({"/client/*", "/therapist/*", "/admin/*"})
public class SuspendedFilter implements Filter {
    @Inject
    private Caller caller;

    @Inject
    private VaultLock vaultLock;

    @Override
    public void doFilter(ServletRequest plainRequest, ServletResponse plainResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) plainRequest;
        HttpServletResponse response = (HttpServletResponse) plainResponse;
        if (request.getUserPrincipal() != null && caller.isSuspended()) {
            SignOutServlet.forget(request, response, vaultLock);
            response.sendRedirect(request.getContextPath() + "/");
            return;
        }
        chain.doFilter(plainRequest, plainResponse);
    }
}
