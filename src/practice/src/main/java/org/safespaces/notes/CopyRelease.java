package org.safespaces.notes;

import java.time.LocalDate;
import org.safespaces.people.TherapistId;

/**
 * A copy that was handed over.
 *
 * @param shared how many entries are in it as they stand
 * @param redacted how many with words taken out
 * @param withheld how many were left out
 * @param fileHash SHA-256 of the file, in hex: by it the file is known again
 */
public record CopyRelease(LocalDate on, TherapistId by, int shared, int redacted, int withheld, String fileHash) {}
