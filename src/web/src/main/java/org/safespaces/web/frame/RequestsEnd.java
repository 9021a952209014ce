package org.safespaces.web.frame;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServletRequest;

/**
 * When a request ends, nothing of it stays in the session. Without this, the last request of everybody signed in would wait in
 * memory: whatever was typed in it, and the browser's half of a vault key beside the half that the session holds.
 */
@WebListener
public class RequestsEnd implements ServletRequestListener {

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        Token.letGo((HttpServletRequest) event.getServletRequest());
    }
}
