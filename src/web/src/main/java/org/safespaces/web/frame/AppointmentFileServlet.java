package org.safespaces.web.frame;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.scheduling.AppointmentFile;

/** A client's appointment as a file for her own calendar, under the usual word. */
@WebServlet("/client/appointment.ics")
public class AppointmentFileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** What the file is called, and what it is. */
    public static final String NAME = "appointment.ics";

    public static final String TYPE = "text/calendar; charset=UTF-8";

    @Inject
    private transient AppointmentFile file;

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
