package org.safespaces.scheduling;

import java.time.Instant;
import java.util.UUID;
import org.safespaces.people.CaseId;

/** An appointment as it stands in a therapist's diary: by designation. */
public record DiaryEntry(
        UUID id,
        CaseId caseId,
        String designation,
        Instant start,
        Instant end,
        String session,
        AppointmentStatus status) {}
