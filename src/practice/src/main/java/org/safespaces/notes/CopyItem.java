package org.safespaces.notes;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.access.Confidential;
import org.safespaces.people.TherapistId;

/**
 * One entry of a record, opened to decide what becomes of it in a copy.
 *
 * @param disclosure who may be shown it, as its author saw it
 * @param herOwn she has it already, or wrote it: it is shared unless somebody decides otherwise
 * @param versions the newest first
 * @param choice what was decided about it as it now stands
 * @param upon under which version the decision is kept; 0 for none
 */
public record CopyItem(
        UUID itemId,
        ItemKind kind,
        DisclosureClass disclosure,
        boolean herOwn,
        List<Version> versions,
        Optional<CopyChoice> choice,
        int upon)
        implements Confidential {
    public CopyItem {
        versions = List.copyOf(versions);
    }

    /**
     * What was written on one day.
     *
     * @param document as it was sealed
     */
    public record Version(int number, LocalDate day, TherapistId author, String document) implements Confidential {
        @Override
        public String toString() {
            return "Version[redacted]";
        }
    }

    public LocalDate day() {
        return versions.get(0).day();
    }

    /** What counts: what was decided, else what goes without saying. */
    public Optional<CopyChoice.Decision> decision() {
        return choice.map(CopyChoice::decision)
                .or(() -> herOwn && upon == 0 ? Optional.of(CopyChoice.Decision.SHARE) : Optional.empty());
    }

    @Override
    public String toString() {
        return "CopyItem[redacted]";
    }
}
