package org.safespaces.access;

import java.time.LocalDate;
import java.util.UUID;
import org.safespaces.people.CaseId;

/** A case that is offered, as both sides see it: by designation. */
public record Offer(UUID id, CaseId caseId, String designation, String from, String to, LocalDate offeredOn) {}
