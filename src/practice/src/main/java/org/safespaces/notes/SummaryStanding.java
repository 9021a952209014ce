package org.safespaces.notes;

import java.time.LocalDate;
import org.safespaces.people.TherapistId;

/**
 * That there is a summary for whoever takes a case over, and how it stands: nothing of what it says.
 *
 * @param version the newest
 * @param day of it
 * @param by who has written it, or has read it
 * @param acknowledged somebody who took the case over has read it
 * @param own the caller has written that version
 */
public record SummaryStanding(int version, LocalDate day, TherapistId by, boolean acknowledged, boolean own) {
    /** It was written for the caller, who has not said that she has read it. */
    public boolean waiting() {
        return !acknowledged && !own;
    }
}
