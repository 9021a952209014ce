package org.safespaces.notes;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * That a case has a staying-safe plan, and since when: nothing of what it says, and no word on how good it is.
 *
 * @param versions the newest first
 * @param sharedOn when its client was given the copy she has; empty when she has none
 */
public record PlanStanding(LocalDate madeOn, List<NoteSummary> versions, Optional<LocalDate> sharedOn) {
    public PlanStanding {
        versions = List.copyOf(versions);
    }

    public int newest() {
        return versions.get(0).version();
    }

    public LocalDate changedOn() {
        return versions.get(0).day();
    }
}
