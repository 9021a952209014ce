package org.safespaces.access;

import java.time.LocalDate;
import org.safespaces.people.CaseId;

/** A hold on a record, as it is shown. */
public record HoldSummary(CaseId caseId, String designation, HoldReason reason, String setByRole, LocalDate since) {}
