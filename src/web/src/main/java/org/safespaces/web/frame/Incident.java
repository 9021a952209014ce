package org.safespaces.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Something that went wrong on our side, under a number that the person sees and the log bears. Of the failure the log
 * gets types and places, never messages: a message may carry what somebody typed.
 */
@Named
@RequestScoped
public class Incident {
    private static final Logger LOG = Logger.getLogger(Incident.class.getName());
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String KEY = "frame.incident";
    private static final int FRAMES = 25;

    @Inject
    private HttpServletRequest request;

    public String getNumber() {
        return of(request);
    }

    static String of(HttpServletRequest request) {
        Object number = request.getAttribute(KEY);
        if (number == null) {
            number = String.format("%06d", RANDOM.nextInt(1_000_000));
            request.setAttribute(KEY, number);
        }
        return number.toString();
    }

    static void log(String number, Throwable failure) {
        StringBuilder text = new StringBuilder("incident ").append(number);
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            text.append("\n  ").append(cause.getClass().getName());
            text.append(Arrays.stream(cause.getStackTrace())
                    .limit(FRAMES)
                    .map(frame -> "\n    " + frame)
                    .collect(Collectors.joining()));
        }
        LOG.log(Level.SEVERE, "{0}", text);
    }
}
