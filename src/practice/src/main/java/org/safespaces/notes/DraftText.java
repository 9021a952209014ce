package org.safespaces.notes;

import java.util.Optional;
import java.util.UUID;
import org.safespaces.access.Confidential;

/**
 * What a draft holds.
 *
 * @param note as far as it is written
 * @param of the note that it is to be a version of; empty for a new note
 * @param upon which version it was begun upon; 0 for a new note
 * @param reason why a locked note is written anew, as far as that is written
 */
public record DraftText(WrittenNote note, Optional<UUID> of, int upon, String reason) implements Confidential {
    @Override
    public String toString() {
        return "DraftText[redacted]";
    }
}
