package org.safespaces.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.safespaces.audit.AuditAction;
import org.safespaces.keys.CaseKeys;
import org.safespaces.keys.CodeStanding;
import org.safespaces.keys.ReturnCodes;
import org.safespaces.people.CaseId;

/** The code by which a client of the caller's comes back: for one who has lost hers, and for one who came without an enquiry. */
@Stateless
@RolesAllowed("therapist")
public class ClientCodes {
    @Inject
    private CaseAccess access;

    @Inject
    private ReturnCodes codes;

    @Inject
    private CaseKeys keys;

    /** Since when and until when a client has the code she has; empty when she has none. Throws {@link NotYours}. */
    public Optional<CodeStanding> of(CaseId caseId) {
        access.holder(caseId);
        return codes.standing(caseId);
    }

    /** Before the caller is asked whether to: throws {@link NotYours} unless the case is her own. */
    public void demandOwn(CaseId caseId) {
        access.owner(caseId);
    }

    /**
     * Draws a new code for a client of the caller's own; somebody who covers is refused. Whatever code there was opens nothing from
     * the commit on. The new one reads her messages from the first one on. Needs the vault open.
     *
     * @return the code, to be shown once
     * @throws NotYours; {@link org.safespaces.keys.VaultLocked}; {@link org.safespaces.keys.KeysDoNotFit}
     */
    public String renew(CaseId caseId) {
        access.toHandOn(caseId, AuditAction.CODE_GIVEN);
        ReturnCodes.Drawn drawn = codes.renew(caseId);
        keys.grantToCode(caseId, drawn.keys());
        return drawn.shown();
    }
}
