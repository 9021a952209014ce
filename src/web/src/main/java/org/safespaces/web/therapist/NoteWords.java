package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.safespaces.notes.ItemKind;
import org.safespaces.notes.NoteTemplate;
import org.safespaces.notes.NoteTemplates;
import org.safespaces.notes.WrittenNote;
import org.safespaces.web.frame.Exchange;

/** Names and headings of templates, as they are read. */
@RequestScoped
public class NoteWords {
    private static final String BUNDLE = "notes";

    @Inject
    private NoteTemplates templates;

    @Inject
    private Exchange exchange;

    /** A template to choose. */
    public record Choice(String id, String name, boolean chosen) {}

    List<Choice> choices(ItemKind kind, String chosen) {
        return templates.of(kind).stream()
                .map(one -> new Choice(one.id(), name(one), one.id().equals(chosen)))
                .toList();
    }

    private String name(NoteTemplate template) {
        return template.own() ? template.name() : exchange.text(BUNDLE, "template." + template.id());
    }

    /** The template of this id, or the first there is for such a note. */
    NoteTemplate template(ItemKind kind, String id) {
        List<NoteTemplate> all = templates.of(kind);
        return all.stream().filter(one -> one.id().equals(id)).findFirst().orElseGet(() -> all.get(0));
    }

    /** As they will stand in the note: the one part of a free note has none. */
    List<String> headings(NoteTemplate template) {
        if (WrittenNote.FREE.equals(template.id())) {
            return List.of("");
        }
        return template.own()
                ? template.parts()
                : template.parts().stream()
                        .map(part -> exchange.text(BUNDLE, "part." + part))
                        .toList();
    }
}
