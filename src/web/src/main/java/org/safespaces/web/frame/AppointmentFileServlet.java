package org.safespaces.web.frame;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.scheduling.AppointmentFile;

/** A client's appointment as a file for her own calendar, under the usual word. */
@WebServlet("/client/appointment.ics")
public class AppointmentFileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Set<String> METHODS = Set.of("GET", "HEAD");

    /** What the file is called, and what it is. */
    public static final String NAME = "appointment.ics";

    public static final String TYPE = "text/calendar; charset=UTF-8";

    @Inject
    private transient AppointmentFile file;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (METHODS.contains(request.getMethod())) {
            super.service(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            String text = file.of(Ids.parse(request.getParameter("id")));
            response.setContentType(TYPE);
            response.setHeader("Content-Disposition", "attachment; filename=\"" + NAME + "\"");
            response.getWriter().print(text);
        } catch (NoSuchPerson nothingOfHers) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
