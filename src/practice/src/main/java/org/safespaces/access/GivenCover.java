package org.safespaces.access;

import java.time.LocalDate;
import java.util.UUID;
import org.safespaces.people.CaseId;

/**
 * A cover that has not ended, as the one who gave it sees it; days are hers.
 *
 * @param over its last day has passed, and only the lock is still to be changed
 */
public record GivenCover(
        UUID id, CaseId caseId, String designation, String colleague, LocalDate first, LocalDate last, boolean over) {}
