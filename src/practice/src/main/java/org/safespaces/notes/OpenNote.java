package org.safespaces.notes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.access.Confidential;
import org.safespaces.people.TherapistId;

/**
 * An item, opened for whoever holds its case.
 *
 * @param said what it says, all parts in one
 * @param parts the same, each with its heading
 * @param template which was used; {@link WrittenNote#FREE} for what has none
 * @param disclosure who may be shown it one day
 * @param appointment the appointment a note is about, if it is about one
 * @param by who wrote it, where that is not who signed it: a note for colleagues is signed by who accepted the enquiry
 * @param at when exactly; empty for what was written before that was kept
 * @param reason why a locked note was written anew, for a version that did so
 * @param whole whether the record it stands in matches its seal: else something is missing, or was put back to an earlier state
 */
public record OpenNote(
        NoteSummary summary,
        String said,
        List<NotePart> parts,
        String template,
        DisclosureClass disclosure,
        Optional<UUID> appointment,
        Optional<TherapistId> by,
        Optional<Instant> at,
        Optional<String> reason,
        boolean whole)
        implements Confidential {
    public OpenNote {
        parts = List.copyOf(parts);
    }

    /** The same, where something that belongs to it does not open. */
    OpenNote doubted() {
        return new OpenNote(summary, said, parts, template, disclosure, appointment, by, at, reason, false);
    }

    @Override
    public String toString() {
        return "OpenNote[redacted]";
    }
}
