package org.safespaces.access;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.people.Caller;

/** Ends a client's own sign-ins, on whichever device they are. */
@Stateless
@RolesAllowed("client")
public class OwnSignIns {
    @Resource
    private SessionContext context;

    @Inject
    private IdentityDesk desk;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    /**
     * Every sign-in of hers ends, this one too; a page that is open elsewhere stays until its few minutes are over. Whoever knows the
     * password can sign in again.
     *
     * @throws AccountsUnavailable when the identity server does not answer: then none has ended
     */
    public void endAll() {
        audit.record(caller.actor(), AuditAction.SIGN_INS_ENDED, "sign-in", caller.account());
        desk.post("/users/" + context.getCallerPrincipal().getName() + "/logout", JsonValue.EMPTY_JSON_OBJECT);
    }
}
