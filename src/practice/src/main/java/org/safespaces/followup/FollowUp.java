package org.safespaces.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.people.TherapistSummary;

/**
 * A task as it is shown to whoever may read what it is about: by designation, with times and nothing of why.
 *
 * @param mine whether the caller is its owner
 * @param since when it came into this state
 * @param raisedAt when it came
 * @param escalatesAt until when it has to be acknowledged, or it goes on; empty once it is acknowledged, or has gone as far as it goes
 * @param next to whom it would go; empty when there is nobody
 * @param comes it would come to the caller
 * @param actOn by the end of which day what was done has to be recorded
 * @param late that day is over, and it is not
 */
public record FollowUp(
        UUID id,
        Subject subject,
        String designation,
        FollowUpState state,
        TherapistSummary owner,
        boolean mine,
        Instant since,
        Instant raisedAt,
        Optional<Instant> escalatesAt,
        Optional<TherapistSummary> next,
        boolean comes,
        LocalDate actOn,
        boolean late) {}
