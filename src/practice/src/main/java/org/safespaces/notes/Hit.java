package org.safespaces.notes;

import java.util.List;
import org.safespaces.access.Confidential;
import org.safespaces.people.ClientSummary;

/** A note in which something was found, with the few words around it. */
public record Hit(ClientSummary client, NoteSummary note, List<Piece> extract) implements Confidential {
    public Hit {
        extract = List.copyOf(extract);
    }

    /** A part of the words around, and whether it is what was looked for. */
    public record Piece(String text, boolean marked) implements Confidential {
        @Override
        public String toString() {
            return "Piece[redacted]";
        }
    }

    @Override
    public String toString() {
        return "Hit[redacted]";
    }
}
