package org.safespaces.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ResourceBundle;

/** What a page may ask of, and tell, the browser it answers. The one place with static Faces calls. */
@RequestScoped
public class Exchange {
    @Inject
    private Strangers strangers;

    /** A parameter of this request, without what surrounds it; empty when missing or blank. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(external().getRequestParameterMap().get(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** A number of at most six digits, such as the version that a form was shown upon; empty for anything else. */
    public OptionalInt number(String name) {
        return parameter(name)
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> OptionalInt.of(Integer.parseInt(text)))
                .orElseGet(OptionalInt::empty);
    }

    /** All values of a parameter. */
    public String[] parameters(String name) {
        String[] values = external().getRequestParameterValuesMap().get(name);
        return values == null ? new String[0] : values.clone();
    }

    /** Sends the browser to another page of ours, after a post: reloading must not post again. */
    public void goTo(String address) {
        try {
            external().redirect(external().getRequestContextPath() + address);
            context().responseComplete();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Answers with a file to keep, and no page. */
    public void hand(String name, String type, String text) {
        external().setResponseContentType(type);
        external().setResponseHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        try {
            external().getResponseOutputWriter().write(text);
            context().responseComplete();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** The same, of a file that is no text. */
    public void hand(String name, String type, byte[] content) {
        external().setResponseContentType(type);
        external().setResponseContentLength(content.length);
        external().setResponseHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        try {
            external().getResponseOutputStream().write(content);
            context().responseComplete();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Something that writes itself. */
    @FunctionalInterface
    public interface Writing {
        void to(Writer out) throws IOException;
    }

    /** The same, of a text that is too long to be held at once. */
    public void hand(String name, String type, Writing text) {
        external().setResponseContentType(type);
        external().setResponseCharacterEncoding("UTF-8");
        external().setResponseHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        try {
            text.to(external().getResponseOutputWriter());
            context().responseComplete();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Says something beside a field ({@code clientId}), or above all ({@code null}). Never carries what was typed. */
    public void complain(String clientId, String bundle, String key, Object... values) {
        String pattern = text(bundle, key);
        String said = values.length == 0 ? pattern : String.format(Locale.UK, pattern, values);
        context().addMessage(clientId, new FacesMessage(FacesMessage.SEVERITY_ERROR, said, said));
        if (clientId != null && context().getViewRoot().findComponent(clientId) instanceof EditableValueHolder field) {
            // an invalid field shows what was submitted: without this line it would lose what was typed
            Object typed = field.getValue();
            field.setSubmittedValue(typed == null ? "" : typed);
            field.setValid(false);
        }
    }

    /** Says something beside a field that is no component of Faces; the text comes from a bundle. */
    public void complainAt(String elementId, String said) {
        context().addMessage(elementId, new FacesMessage(FacesMessage.SEVERITY_ERROR, said, said));
    }

    /** A text of a bundle. */
    public String text(String bundle, String key) {
        return ResourceBundle.getBundle("org.safespaces.web." + bundle, Locale.UK)
                .getString(key);
    }

    /** A text of a bundle, if it has one of this name. */
    public Optional<String> lookUp(String bundle, String key) {
        ResourceBundle words = ResourceBundle.getBundle("org.safespaces.web." + bundle, Locale.UK);
        return words.containsKey(key) ? Optional.of(words.getString(key)) : Optional.empty();
    }

    /** A text that counts: {@code key.none}, {@code key.one} or {@code key.many}. */
    public String counted(String bundle, String key, int count) {
        String form = count == 0 ? "none" : count == 1 ? "one" : "many";
        return String.format(Locale.UK, text(bundle, key + "." + form), count);
    }

    /** The browser was sent on: there is nothing more to show. */
    public boolean isAnswered() {
        return context().getResponseComplete();
    }

    public boolean isPost() {
        return context().isPostback();
    }

    public void keepCookie(String name, String value) {
        Cookies.write(response(), name, value);
    }

    public void dropCookie(String name) {
        Cookies.clear(response(), name);
    }

    public Optional<String> cookie(String name) {
        return Cookies.read(request(), name);
    }

    /** Something kept for this visitor until her session ends; never clear text. */
    public Map<String, Object> session() {
        return external().getSessionMap();
    }

    /** Ends the session and with it whatever was kept in it. */
    public void endSession() {
        external().invalidateSession();
    }

    /** A session with a new id: what was known of the old one leads nowhere. */
    public void renewSession() {
        request().getSession(true);
        request().changeSessionId();
    }

    /** How long the session of somebody who is not signed in lasts without a sign from her. */
    public void keepSessionFor(Duration idle) {
        if (request().getUserPrincipal() == null) {
            request().getSession().setMaxInactiveInterval((int) idle.toSeconds());
        }
    }

    /** Stands for the visitor when wrong tries are counted; never written anywhere. */
    public String visitor() {
        return strangers.of(request().getRemoteAddr());
    }

    HttpServletRequest request() {
        return (HttpServletRequest) external().getRequest();
    }

    private HttpServletResponse response() {
        return (HttpServletResponse) external().getResponse();
    }

    private static ExternalContext external() {
        return context().getExternalContext();
    }

    private static FacesContext context() {
        return FacesContext.getCurrentInstance();
    }
}
