package org.safespaces.vault;

import java.util.Objects;
import java.util.UUID;

/**
 * One compartment of one case: the unit that has keys of its own.
 *
 * @param tenantId the practice
 * @param caseId the case
 * @param compartment the drawer
 */
public record CasePart(UUID tenantId, UUID caseId, Compartment compartment) {
    public CasePart {
        Objects.requireNonNull(tenantId);
        Objects.requireNonNull(caseId);
        Objects.requireNonNull(compartment);
    }
}
