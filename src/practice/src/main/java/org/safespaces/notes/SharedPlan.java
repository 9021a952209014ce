package org.safespaces.notes;

import java.time.LocalDate;
import org.safespaces.access.Confidential;
import org.safespaces.people.TherapistId;

/**
 * A copy of a staying-safe plan, as its client opens it.
 *
 * @param on the day it was shared as it is here
 * @param by by whom
 */
public record SharedPlan(StayingSafe plan, LocalDate on, TherapistId by) implements Confidential {
    @Override
    public String toString() {
        return "SharedPlan[redacted]";
    }
}
