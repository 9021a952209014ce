package org.safespaces.scheduling;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.people.CaseId;
import org.safespaces.people.TherapistSummary;

/**
 * An appointment as it stands in a therapist's diary: by designation.
 *
 * @param caseId empty once the client's record has been erased: then nobody knows any more whose time it was
 * @param designation empty with it
 * @param therapist in whose diary it stands; after a hand-over not always the one whose client it is
 */
public record DiaryEntry(
        UUID id,
        Optional<CaseId> caseId,
        Optional<String> designation,
        Instant start,
        Instant end,
        String session,
        AppointmentStatus status,
        TherapistSummary therapist) {}
