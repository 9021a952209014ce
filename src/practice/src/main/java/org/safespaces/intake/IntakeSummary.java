package org.safespaces.intake;

import java.time.LocalDate;
import java.util.UUID;

/** An enquiry as lists show it: by designation, with days and nothing of what it says. */
public record IntakeSummary(
        UUID id, String designation, IntakeStatus status, LocalDate receivedOn, LocalDate keepUntil) {}
