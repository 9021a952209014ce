package org.safespaces.notes;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is known of the reports of a case while the vault is locked.
 *
 * @param next the earliest day on which one is to be looked at again
 */
public record ReportTally(int reports, Optional<LocalDate> next) {}
