package org.safespaces.people;

import java.util.List;
import java.util.UUID;

/** Headings under which a therapist likes to write, with the name she calls them by. */
public record OwnHeadings(UUID id, String name, List<String> headings) {
    public OwnHeadings {
        headings = List.copyOf(headings);
    }
}
