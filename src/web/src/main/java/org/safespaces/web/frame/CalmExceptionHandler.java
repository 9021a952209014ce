package org.safespaces.web.frame;

import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Set;
import org.primefaces.csp.CspException;
import org.safespaces.access.NotYours;
import org.safespaces.keys.KeyGone;
import org.safespaces.keys.KeystoreUnavailable;
import org.safespaces.keys.VaultLocked;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.RecordRests;
import org.safespaces.schema.NotOpened;

/** Whatever goes wrong while a page is made ends in a calm answer: not found, later, unlock first, or an incident number. */
public class CalmExceptionHandler extends ExceptionHandlerWrapper {
    private static final Set<String> KEEP_TYPED =
            Set.of("/therapist/note", "/therapist/formulation", "/therapist/intake", "/therapist/decide");

    CalmExceptionHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        Iterator<ExceptionQueuedEvent> events =
                getUnhandledExceptionQueuedEvents().iterator();
        while (events.hasNext()) {
            Throwable failure = events.next().getContext().getException();
            events.remove();
            answer(FacesContext.getCurrentInstance(), failure);
        }
    }

    private static void answer(FacesContext context, Throwable failure) {
        if (context.getResponseComplete()) {
            return;
        }
        ExternalContext external = context.getExternalContext();
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        try {
            if (isCausedBy(failure, NotYours.class)
                    || isCausedBy(failure, NoSuchPerson.class)
                    || isCausedBy(failure, KeyGone.class)) {
                external.responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
            } else if (isCausedBy(failure, KeystoreUnavailable.class) || isCausedBy(failure, NotOpened.class)) {
                external.responseSendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, null);
            } else if (isCausedBy(failure, VaultLocked.class)) {
                external.redirect(
                        external.getRequestContextPath() + "/therapist/unlock?then=" + encoded(address(request)));
            } else if (isCausedBy(failure, RecordRests.class)) {
                external.redirect(external.getRequestContextPath() + whereItRests(request));
            } else if (isCausedBy(failure, ViewExpiredException.class)
                    && context.getCurrentPhaseId() == PhaseId.RESTORE_VIEW
                    && keepsTyped(request)) {
                showAnew(context, (ViewExpiredException) cause(failure, ViewExpiredException.class));
                return;
            } else if (isCausedBy(failure, ViewExpiredException.class) || isCausedBy(failure, CspException.class)) {
                external.redirect(external.getRequestContextPath() + request.getServletPath() + "?late=1");
            } else if (isUnreadable(context, request)) {
                // as calm as for a page that has ended; and in the log, because it might be ours after all
                Incident.log(Incident.of(request), failure);
                external.redirect(external.getRequestContextPath() + request.getServletPath() + "?late=1");
            } else {
                Incident.log(Incident.of(request), failure);
                external.responseSendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, null);
            }
            context.responseComplete();
        } catch (IOException gone) {
            throw new FacesException("the browser has gone");
        }
    }

    /** What came with the form as the state of its page is none of ours: forged, or of a page that was made another way. */
    private static boolean isUnreadable(FacesContext context, HttpServletRequest request) {
        return context.getCurrentPhaseId() == PhaseId.RESTORE_VIEW
                && request.getMethod().equals("POST");
    }

    /** A page whose form takes up again what was typed, although the session it was made in has ended. */
    private static boolean keepsTyped(HttpServletRequest request) {
        return KEEP_TYPED.contains(request.getServletPath());
    }

    private static void showAnew(FacesContext context, ViewExpiredException expired) {
        context.setViewRoot(context.getApplication().getViewHandler().createView(context, expired.getViewId()));
        context.renderResponse();
    }

    /** Where it says why nothing is written in this record for now, to whoever covers as well. */
    private static String whereItRests(HttpServletRequest request) {
        String caseId =
                request.getParameter("case") == null ? request.getParameter("id") : request.getParameter("case");
        return caseId == null ? "/therapist/clients" : "/therapist/client?id=" + encoded(caseId) + "&rests=1";
    }

    private static String address(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static String encoded(String address) {
        return URLEncoder.encode(address, StandardCharsets.UTF_8);
    }

    private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> type) {
        return cause(failure, type) != null;
    }

    private static Throwable cause(Throwable failure, Class<? extends Throwable> type) {
        Throwable cause = failure;
        while (cause != null && !type.isInstance(cause)) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** Puts the handler in Faces' way. */
    public static class Factory extends ExceptionHandlerFactory {
        public Factory(ExceptionHandlerFactory wrapped) {
            super(wrapped);
        }

        @Override
        public ExceptionHandler getExceptionHandler() {
            return new CalmExceptionHandler(getWrapped().getExceptionHandler());
        }
    }
}
