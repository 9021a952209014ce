package org.safespaces.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.people.CaseId;

/**
 * An erasure as lists show it. Nothing of the record is in it.
 *
 * @param askedBy the shown name of who asked; empty for an admin, whom it does not concern
 * @param notBefore for a practice of one: when she may confirm it herself
 * @param beginsOn once it is approved, where it waits: from which day on it is erased
 * @param own did the caller ask for it?
 * @param held does a hold on the record stand in the way?
 * @param erasedOn once it is done
 */
public record ErasureSummary(
        UUID id,
        CaseId caseId,
        String designation,
        ErasureReason reason,
        ErasureState state,
        Instant askedAt,
        Optional<String> askedBy,
        Optional<Instant> notBefore,
        Optional<LocalDate> beginsOn,
        boolean own,
        boolean held,
        Optional<LocalDate> erasedOn) {}
