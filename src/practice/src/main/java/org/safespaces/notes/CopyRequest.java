package org.safespaces.notes;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.people.CaseId;

/**
 * That a client asked for a copy of her record: days, and how far it has come. Nothing of the record is in it.
 *
 * @param byClient she asked on her own page; else her therapist has entered it
 * @param dueOn the last day on which it is answered in time
 * @param extended why it takes longer than a month, where it does
 * @param releases what was handed over, the newest first
 */
public record CopyRequest(
        UUID id,
        CaseId caseId,
        LocalDate cameOn,
        boolean byClient,
        LocalDate dueOn,
        Optional<Extension> extended,
        Optional<Outcome> outcome,
        Optional<LocalDate> endedOn,
        List<CopyRelease> releases) {
    public CopyRequest {
        releases = List.copyOf(releases);
    }

    /** Why it may take up to two months more. A fixed list: no words of a client's stand beside it. */
    public enum Extension {
        COMPLEX,
        MANY
    }

    /** How it has ended. */
    public enum Outcome {
        RELEASED,
        WITHDRAWN
    }

    /** It waits for an answer. */
    public boolean isOpen() {
        return outcome.isEmpty();
    }
}
