package org.safespaces.web.frame;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Headers of everything, and one spelling of every address: whatever ends in {@code .xhtml} is not found, but for the
 * resources that Faces names so.
 */
@WebFilter("/*")
public class HeaderFilter implements Filter {
    private static final String RESOURCES = "/jakarta.faces.resource/";
    private static final String NOTHING_ALLOWED = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

    @Override
    public void doFilter(ServletRequest plainRequest, ServletResponse plainResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) plainRequest;
        HttpServletResponse response = (HttpServletResponse) plainResponse;
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean resource = path.startsWith(RESOURCES);
        writeHeaders(response, resource);
        if (path.contains(".xhtml") && !resource) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (request.getMethod().equals("POST") && !isReadable(request)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        chain.doFilter(request, response);
    }

    /** A form that is cut off, has too many fields or is no form fails when it is first read: here, and not as a failure of ours. */
    private static boolean isReadable(HttpServletRequest request) {
        try {
            request.getParameterMap();
            return true;
        } catch (RuntimeException broken) {
            return false;
        }
    }

    /** The constant ones stand in undertow-handlers.conf, where even a redirect to the sign-in passes. */
    private static void writeHeaders(HttpServletResponse response, boolean resource) {
        if ("https".equals(System.getenv("SAFESPACES_SCHEME"))) {
            response.setHeader("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
        }
        if (resource) {
            response.setHeader("Content-Security-Policy", NOTHING_ALLOWED);
            response.setHeader("Cache-Control", "public, max-age=3600");
        }
    }
}
