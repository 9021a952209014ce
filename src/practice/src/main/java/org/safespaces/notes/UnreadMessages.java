package org.safespaces.notes;

import java.time.LocalDate;
import org.safespaces.people.CaseId;

/**
 * That a client has written and nobody has opened it yet.
 *
 * @param since the day of the first of them
 */
public record UnreadMessages(CaseId caseId, String designation, int count, LocalDate since) {}
