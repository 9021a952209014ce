package org.safespaces.notes;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.safespaces.people.OwnHeadings;
import org.safespaces.people.OwnTemplates;

/** What notes can be written with: templates everybody has, and the caller's own. A note keeps its headings whatever becomes of them. */
@Stateless
@RolesAllowed("therapist")
public class NoteTemplates {
    @Inject
    private BuiltInTemplates builtIn;

    @Inject
    private OwnTemplates own;

    /** Those a note of this kind can be written with, her own last; none for what is not written with one. */
    public List<NoteTemplate> of(ItemKind kind) {
        return Stream.concat(
                        builtIn.of(kind).stream(),
                        kind == ItemKind.FORMULATION
                                ? Stream.<NoteTemplate>empty()
                                : own.mine().stream().map(NoteTemplates::template))
                .toList();
    }

    private static NoteTemplate template(OwnHeadings own) {
        return new NoteTemplate(own.id().toString(), own.name(), own.headings(), true);
    }
}
