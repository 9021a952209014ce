package org.safespaces.web.frame;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.safespaces.scheduling.AskedTooOften;
import org.safespaces.scheduling.CalendarFeeds;

/**
 * A therapist's diary for the calendar of her own device. No sign-in, no cookie, no session: the address is the secret, so it must not
 * get into any log. Nothing is thrown from here, because the server would log it with the address.
 */
@WebServlet("/feed/*")
public class FeedServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int TOO_OFTEN = 429;
    private static final String LATER = "3600";

    @Inject
    private transient CalendarFeeds feeds;

    @Inject
    private transient Strangers strangers;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("GET")) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        try {
            Optional<String> calendar = feeds.read(secret(request), strangers.of(request.getRemoteAddr()));
            if (calendar.isEmpty()) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            } else {
                response.setContentType("text/calendar; charset=UTF-8");
                response.getWriter().print(calendar.get());
            }
        } catch (AskedTooOften wait) {
            later(response, TOO_OFTEN);
        } catch (RuntimeException failure) {
            Incident.log(Incident.of(request), failure);
            later(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private static void later(HttpServletResponse response, int status) {
        response.setStatus(status);
        response.setHeader("Retry-After", LATER);
    }

    private static String secret(HttpServletRequest request) {
        String path = request.getPathInfo();
        return path == null ? "" : path.substring(1);
    }
}
