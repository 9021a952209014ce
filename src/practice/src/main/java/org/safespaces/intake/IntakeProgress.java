package org.safespaces.intake;

import java.time.LocalDate;

/** What the holder of a code is told. */
public record IntakeProgress(IntakeStatus status, LocalDate receivedOn) {}
