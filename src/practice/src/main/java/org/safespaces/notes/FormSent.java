package org.safespaces.notes;

import java.time.LocalDate;
import org.safespaces.people.CaseId;

/** A form of a case that has come back and that nobody has opened. */
public record FormSent(CaseId caseId, LocalDate day) {}
