package org.safespaces.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** What is to be mended on a page, said once on top, each line leading to its field. */
@Named
@RequestScoped
public class ErrorSummary {
    /** One thing to mend; {@code inputId} is empty for what belongs to no field. */
    public record Line(String inputId, String text) {}

    public List<Line> getLines() {
        FacesContext context = FacesContext.getCurrentInstance();
        List<Line> lines = new ArrayList<>();
        Iterator<String> fields = context.getClientIdsWithMessages();
        while (fields.hasNext()) {
            String field = fields.next();
            for (FacesMessage message : context.getMessageList(field)) {
                lines.add(new Line(field == null ? "" : field, message.getSummary()));
            }
        }
        return lines;
    }
}
