package org.safespaces.notes;

import java.time.Instant;
import java.util.Optional;
import org.safespaces.access.Confidential;

/**
 * A line of a note's history.
 *
 * @param at when exactly; empty for what was written before that was kept, and for what does not open
 * @param reason why a locked note was written anew, if it was
 */
public record NoteVersion(NoteSummary summary, Optional<Instant> at, Optional<String> reason) implements Confidential {
    @Override
    public String toString() {
        return "NoteVersion[redacted]";
    }
}
