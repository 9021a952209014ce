package org.safespaces.notes;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safespaces.access.Confidential;

/**
 * A note as somebody writes it.
 *
 * @param kind one that is written with a template
 * @param template which was used, by its name or id; the headings stand in the parts
 * @param disclosure who may be shown it one day
 * @param about the appointment it is about, if it is about one
 * @param beside the locked note it is written beside, if it is
 */
public record WrittenNote(
        ItemKind kind,
        String template,
        List<NotePart> parts,
        DisclosureClass disclosure,
        Optional<UUID> about,
        Optional<UUID> beside)
        implements Confidential {
    /** The template of one part without a heading. */
    public static final String FREE = "free";

    public WrittenNote {
        parts = List.copyOf(parts);
    }

    /** A case note in one part. */
    public static WrittenNote plain(String said, UUID aboutOrNull) {
        return new WrittenNote(
                ItemKind.NOTE,
                FREE,
                List.of(NotePart.plain(said)),
                DisclosureClass.DISCLOSABLE,
                Optional.ofNullable(aboutOrNull),
                Optional.empty());
    }

    /** The same, beside another note or beside none. */
    public WrittenNote beside(Optional<UUID> other) {
        return new WrittenNote(kind, template, parts, disclosure, about, other);
    }

    /** Nothing stands in any part. */
    public boolean isBlank() {
        return parts.stream().allMatch(part -> part.said().isBlank());
    }

    /** How many characters, headings included. */
    public int length() {
        return parts.stream()
                .mapToInt(part -> part.heading().length() + part.said().length())
                .sum();
    }

    /** All of it as one text; parts in which nothing stands are left out. */
    static String joined(List<NotePart> parts) {
        return parts.stream()
                .filter(part -> !part.said().isBlank())
                .map(part -> part.heading().isEmpty() ? part.said() : part.heading() + "\n" + part.said())
                .collect(Collectors.joining("\n\n"));
    }

    @Override
    public String toString() {
        return "WrittenNote[redacted]";
    }
}
