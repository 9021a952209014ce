package org.safespaces.notes;

import java.time.LocalDate;
import org.safespaces.people.ClientSummary;

/** A copy that a client of the caller's waits for. */
public record CopyDue(ClientSummary client, LocalDate dueOn) {}
