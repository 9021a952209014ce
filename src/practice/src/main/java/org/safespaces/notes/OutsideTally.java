package org.safespaces.notes;

import java.time.LocalDate;
import java.util.Optional;

/** How much was asked from outside, for whoever runs the practice: counts and a day, and nobody's name. */
public record OutsideTally(long all, long open, Optional<LocalDate> newest) {}
