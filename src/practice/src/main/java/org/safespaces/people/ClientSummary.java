package org.safespaces.people;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A case as lists show it: by designation; names are sealed elsewhere.
 *
 * @param coverUntil the last day on which she who sees it covers for a colleague; empty for a case of her own
 * @param endedOn when therapy ended; empty while it has not
 */
public record ClientSummary(
        CaseId id,
        String designation,
        CaseState state,
        LocalDate openedOn,
        boolean joined,
        Optional<LocalDate> coverUntil,
        Optional<LocalDate> endedOn) {
    /** The same case, to somebody who covers. */
    public ClientSummary coveredUntil(LocalDate last) {
        return new ClientSummary(id, designation, state, openedOn, joined, Optional.of(last), endedOn);
    }
}
