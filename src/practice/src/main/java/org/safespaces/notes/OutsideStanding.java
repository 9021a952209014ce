package org.safespaces.notes;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.people.CaseId;

/**
 * A request from outside as lists show it: what sort of body asked, days, and how it went. Its words are sealed.
 *
 * @param version how often the entry has changed: an opinion is about one of them
 */
public record OutsideStanding(
        UUID id,
        int version,
        CaseId caseId,
        String designation,
        OutsideTerms.Asker asker,
        LocalDate came,
        OutsideTerms.Decision decision,
        Optional<LocalDate> answered,
        Optional<Second> second,
        Optional<LocalDate> secondOn) {
    /** What a second person says of the decision. */
    public enum Second {
        AGREES,
        DOES_NOT
    }
}
