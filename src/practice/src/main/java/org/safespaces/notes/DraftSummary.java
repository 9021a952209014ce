package org.safespaces.notes;

import java.time.Instant;
import java.util.UUID;
import org.safespaces.people.CaseId;

/**
 * One of the caller's drafts as lists show it.
 *
 * @param process of a process note
 * @param count how often it has been kept
 */
public record DraftSummary(UUID id, CaseId caseId, boolean process, int count, Instant keptAt) {}
