package org.safespaces.scheduling;

import java.time.Instant;

/** A time that can be booked, as a client sees it: without the breaks around it. */
public record Slot(Instant start, Instant end) {}
