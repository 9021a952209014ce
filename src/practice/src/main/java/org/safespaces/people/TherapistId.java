package org.safespaces.people;

import java.util.UUID;

/** One therapist; also the id her keys belong to. */
public record TherapistId(UUID value) {}
