package org.safespaces.intake;

import java.time.LocalDate;
import java.util.Optional;
import org.safespaces.keys.CodeStanding;

/**
 * What the holder of a code is told.
 *
 * @param receivedOn when the enquiry came; empty where there was none
 * @param writeAgainOn the day by which the practice has said it writes again; empty unless she is on its waiting list
 * @param code since when she has the code she typed, from whom, and until when
 */
public record IntakeProgress(
        IntakeStatus status, Optional<LocalDate> receivedOn, Optional<LocalDate> writeAgainOn, CodeStanding code) {}
