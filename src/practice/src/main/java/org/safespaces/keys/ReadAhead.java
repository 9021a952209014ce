package org.safespaces.keys;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import org.safespaces.people.CaseId;
import org.safespaces.vault.CaseEpoch;
import org.safespaces.vault.Compartment;

/** Fetches what opening many cases needs, before they are opened one by one: three questions in place of three a case. */
@Stateless
@RolesAllowed("therapist")
public class ReadAhead {
    @Inject
    private StoredGrants grants;

    @Inject
    private ErasureKeysAhead erasureKeys;

    /** For this request only. Whether the caller may open them is asked elsewhere, and her vault still has to. */
    public void of(Collection<CaseId> cases, Compartment compartment) {
        erasureKeys.readAhead(
                grants
                        .readAhead(cases.stream()
                                .map(caseId -> CaseKeys.part(caseId, compartment))
                                .toList())
                        .stream()
                        .map(CaseEpoch::ekId)
                        .toList());
    }
}
