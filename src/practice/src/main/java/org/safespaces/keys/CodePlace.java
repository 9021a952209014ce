package org.safespaces.keys;

import java.util.Optional;
import java.util.UUID;
import org.safespaces.people.CaseId;

/** Where a code leads: to an enquiry, and to the case it has become, if it has; or to a case that began without one. */
public record CodePlace(Optional<UUID> intakeId, Optional<CaseId> caseId) {
    /** How the log names it: the case, or while there is none, the enquiry. */
    String type() {
        return caseId.isPresent() ? "case" : "intake";
    }

    /** What the log refers to under {@link #type}. */
    UUID reference() {
        return caseId.map(CaseId::value).or(() -> intakeId).orElse(null);
    }
}
