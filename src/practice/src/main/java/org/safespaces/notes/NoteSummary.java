package org.safespaces.notes;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.people.TherapistId;

/**
 * A version of an item as lists show it: when and by whom, and nothing of what it says.
 *
 * @param beside the locked item it was written beside, if it was
 */
public record NoteSummary(
        UUID itemId,
        ItemKind kind,
        int version,
        LocalDate day,
        TherapistId author,
        String check,
        NoteStanding standing,
        Optional<UUID> beside) {}
