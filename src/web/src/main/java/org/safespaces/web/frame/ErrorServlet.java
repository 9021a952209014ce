package org.safespaces.web.frame;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers for what is missing, closed or went wrong, or cannot be done at the moment. Closed and missing look alike. An
 * incident gets a number, and only the number is shown.
 */
@WebServlet("/frame/*")
public class ErrorServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Integer status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        String page = isClosedForNow(request, status) ? "later" : page(String.valueOf(request.getPathInfo()));
        Throwable failure = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (failure != null) {
            Incident.log(Incident.of(request), failure);
        }
        response.setStatus(status(page, status));
        request.getRequestDispatcher("/WEB-INF/errors/" + page + ".xhtml").forward(readable(request), response);
    }

    private static String page(String path) {
        return switch (path) {
            case "/sorry" -> "sorry";
            case "/later" -> "later";
            default -> "not-found";
        };
    }

    /** Nobody could be asked who she is: she is not sent away as if there were nothing. */
    private static boolean isClosedForNow(HttpServletRequest request, Integer status) {
        return Integer.valueOf(HttpServletResponse.SC_FORBIDDEN).equals(status)
                && IdentityByPath.isClosed(String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)))
                && !IdentityByPath.isKnown();
    }

    private static int status(String page, Integer status) {
        return switch (page) {
            case "not-found" -> HttpServletResponse.SC_NOT_FOUND;
            case "later" -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
            default -> status == null ? HttpServletResponse.SC_NOT_FOUND : status;
        };
    }

    /** The page is asked for, not posted to, whatever the request was. */
    private static HttpServletRequest readable(HttpServletRequest request) {
        return new jakarta.servlet.http.HttpServletRequestWrapper(request) {
            @Override
            public String getMethod() {
                return "GET";
            }

            @Override
            public java.util.Map<String, String[]> getParameterMap() {
                return java.util.Map.of();
            }

            @Override
            public String getParameter(String name) {
                return null;
            }

            @Override
            public String[] getParameterValues(String name) {
                return null;
            }

            @Override
            public java.util.Enumeration<String> getParameterNames() {
                return java.util.Collections.emptyEnumeration();
            }
        };
    }
}
