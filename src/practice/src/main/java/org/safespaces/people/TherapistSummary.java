package org.safespaces.people;

import java.time.ZoneId;

/** A therapist as others see her: the name she chose to show, and her time zone. */
public record TherapistSummary(TherapistId id, String shownName, ZoneId zone) {}
