package org.safespaces.keys;

import java.time.Instant;
import org.safespaces.people.TherapistId;

/** Somebody's vault has locked itself, because records were opened faster than a person reads. */
public record Tripped(TherapistId whose, Instant at) {}
