package org.safespaces.people;

import java.time.LocalDate;

/** A case as lists show it: by designation; names are sealed elsewhere. */
public record ClientSummary(CaseId id, String designation, CaseState state, LocalDate openedOn, boolean joined) {}
