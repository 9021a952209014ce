package org.safespaces.keys;

import java.util.Optional;
import java.util.UUID;
import org.safespaces.people.CaseId;

/** What a code that was typed belongs to: an enquiry, and the case it has become, if it has. */
public record CodeHolder(Optional<UUID> intakeId, Optional<CaseId> caseId) {}
