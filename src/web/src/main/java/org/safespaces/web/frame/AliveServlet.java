package org.safespaces.web.frame;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Answers whether somebody is still signed in, before a page posts what was typed: a post that meets an ended sign-in is
 * sent away without its body.
 */
@WebServlet(AliveServlet.PATH)
public class AliveServlet extends HttpServlet {
    static final String PATH = "/therapist/alive";

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
