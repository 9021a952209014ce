package org.safespaces.notes;

import java.util.List;
import org.safespaces.access.Confidential;

/**
 * A note with all that belongs to it, opened.
 *
 * @param shown the version that was asked for
 * @param history a line for each version, the newest first
 * @param beside what was written beside it, in that order
 */
public record NoteFile(OpenNote shown, List<NoteVersion> history, List<OpenNote> beside) implements Confidential {
    public NoteFile {
        history = List.copyOf(history);
        beside = List.copyOf(beside);
    }

    @Override
    public String toString() {
        return "NoteFile[redacted]";
    }
}
