package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.safespaces.people.Ids;
import org.safespaces.people.OwnTemplates;
import org.safespaces.web.frame.Exchange;

/** A therapist's own templates for notes. */
@Named
@RequestScoped
public class NoteTemplatesPage {
    private static final String BUNDLE = "notes";
    private static final String HERE = "/therapist/note-templates";

    @Inject
    private OwnTemplates templates;

    @Inject
    private Exchange exchange;

    private final Map<String, String> errors = new HashMap<>();

    private List<Line> own = List.of();

    /** One of them. */
    public record Line(String id, String name, String headings) {}

    /** Shows them; or does what was asked. */
    public void load() {
        if (exchange.isPost()) {
            act();
        }
        own = templates.mine().stream()
                .map(one -> new Line(one.id().toString(), one.name(), String.join(", ", one.headings())))
                .toList();
    }

    private void act() {
        Optional<String> remove = exchange.parameter("remove");
        if (remove.isPresent()) {
            templates.remove(Ids.parse(remove.get()));
            exchange.goTo(HERE);
        } else {
            add();
        }
    }

    private void add() {
        List<String> headings = getHeadings()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (getName().isEmpty() || getName().length() > OwnTemplates.LONGEST) {
            complain("name", "templates.error.name", OwnTemplates.LONGEST);
        }
        if (headings.isEmpty()
                || headings.size() > OwnTemplates.MOST_HEADINGS
                || headings.stream().anyMatch(heading -> heading.length() > OwnTemplates.LONGEST)) {
            complain("headings", "templates.error.headings", OwnTemplates.MOST_HEADINGS, OwnTemplates.LONGEST);
        }
        if (errors.isEmpty() && templates.mine().size() >= OwnTemplates.MOST) {
            complain("name", "templates.error.many", OwnTemplates.MOST);
        }
        if (errors.isEmpty() && templates.add(getName(), headings)) {
            exchange.goTo(HERE);
        }
    }

    private void complain(String field, String key, Object... values) {
        String said = String.format(Locale.UK, exchange.text(BUNDLE, key), values);
        errors.put(field, said);
        exchange.complainAt(field, said);
    }

    public List<Line> getOwn() {
        return own;
    }

    public String getName() {
        return typed("name");
    }

    public String getHeadings() {
        return typed("headings");
    }

    private String typed(String field) {
        return exchange.isPost()
                ? exchange.parameter(field).orElse("").replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                : "";
    }

    public String wrong(String field) {
        return errors.getOrDefault(field, "");
    }
}
