package org.safespaces.notes;

import java.util.List;

/**
 * The parts a note is written in.
 *
 * @param id what a note remembers of it; of an own one, its id
 * @param name of an own one, as its therapist calls it; of a built-in one empty: its words stand with the pages
 * @param parts the headings of an own one; of a built-in one, the names of its words
 * @param own she made it
 */
public record NoteTemplate(String id, String name, List<String> parts, boolean own) {
    public NoteTemplate {
        parts = List.copyOf(parts);
    }
}
