package org.safespaces.web.therapist;

import java.util.UUID;
import org.safespaces.intake.IntakeSummary;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Initials;

/** An enquiry in a list. */
public record IntakeRow(
        UUID id, String designation, String initials, String received, String keptUntil, String status) {
    static IntakeRow of(IntakeSummary summary) {
        return new IntakeRow(
                summary.id(),
                summary.designation(),
                Initials.of(summary.designation()),
                Days.brief(summary.receivedOn()),
                Days.dated(summary.keepUntil()),
                summary.status().name());
    }
}
