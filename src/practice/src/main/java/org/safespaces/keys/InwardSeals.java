package org.safespaces.keys;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.safespaces.people.Caller;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.vault.CasePart;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.PublicSeal;
import org.safespaces.vault.SealedInward;
import org.safespaces.vault.VaultException;

/** Seals what a signed-in client sends into her own case, for whoever holds it now. Opens nothing, for her neither. */
@Stateless
@RolesAllowed("client")
@TransactionAttribute(MANDATORY)
public class InwardSeals {
    @Inject
    private StoredGrants grants;

    @Inject
    private ErasureKeyStore erasureKeys;

    @Inject
    private KeyDirectory directory;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /** The caller shares the case ({@code People.share}). Throws {@link KeysDoNotFit} where nobody could open it. */
    public SealedInward seal(Compartment compartment, UUID itemId, ClearText text) {
        CasePart part = CaseKeys.part(caller.client().orElseThrow(NoSuchPerson::new), compartment);
        try {
            return PublicSeal.sealInward(part, itemId, text, grants, erasureKeys, directory.verified(), clock);
        } catch (VaultException nobodyHoldsIt) {
            throw new KeysDoNotFit();
        }
    }
}
