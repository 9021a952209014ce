package org.safespaces.notes;

import java.time.LocalDate;
import org.safespaces.people.ClientSummary;

/**
 * Reports of a case that somebody wanted to look at again by today.
 *
 * @param since the earliest of those days
 */
public record ReportDue(ClientSummary client, int reports, LocalDate since) {}
