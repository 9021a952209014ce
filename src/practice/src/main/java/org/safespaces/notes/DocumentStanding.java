package org.safespaces.notes;

import java.time.LocalDate;
import java.util.Optional;

/**
 * That there is a letter to a client, and how it stands: nothing of what it says.
 *
 * @param newest its newest version
 * @param sharedOn when its client was given it; empty when she was not
 */
public record DocumentStanding(NoteSummary newest, Optional<LocalDate> sharedOn) {
    /** It does not change any more. */
    public boolean finished() {
        return newest.standing() == NoteStanding.LOCKED;
    }
}
