package org.safespaces.measures;

import java.time.LocalDate;
import org.safespaces.people.CaseId;

/** Forms of one client that have come back and that nobody has opened: how many, since when, and nothing of what they say. */
public record FormsBack(CaseId caseId, String designation, LocalDate since, int forms) {}
