package org.safespaces.web.frame;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Somebody is still typing on one page of the form: her session stays. Says nothing, and makes no session. */
@WebServlet("/here")
public class HereServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        request.getSession(false);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
