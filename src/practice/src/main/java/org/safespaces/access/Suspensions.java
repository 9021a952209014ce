package org.safespaces.access;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.people.Caller;
import org.safespaces.people.Suspended;

/**
 * Lets people who work here out and in again. Whoever is suspended is out on her next page, whatever the identity server has handed out
 * before; her keys stay sealed as they are, and open nothing without a sign-in. All of it throws {@link AccountsUnavailable} when the
 * identity server does not answer; then nothing has changed here.
 */
@Stateless
@RolesAllowed("admin")
public class Suspensions {
    @Resource
    private SessionContext context;

    @Inject
    private Staff staff;

    @Inject
    private IdentityDesk desk;

    @Inject
    private Suspended suspended;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    /** Throws {@link OwnSelf} for the caller herself, and {@link LastAdmin}. */
    public void suspend(String accountId) {
        suspended.queue();
        Account account = staff.find(accountId);
        refuseOwn(account);
        if (staff.isLastAdmin(account)) {
            throw new LastAdmin();
        }
        audit.record(caller.actor(), AuditAction.PERSON_SUSPENDED, "sign-in", caller.reference(account.id()));
        suspended.add(account.id());
        enable(account, false);
        endSessions(account);
    }

    /** Somebody whom only the identity server keeps out is not: her feed and her letters go on. */
    public boolean isSuspended(String accountId) {
        return suspended.has(staff.find(accountId).id());
    }

    /** Changes nothing for somebody who is in. */
    public void bringBack(String accountId) {
        Account account = staff.find(accountId);
        if (account.enabled() && !suspended.has(account.id())) {
            return;
        }
        audit.record(caller.actor(), AuditAction.PERSON_BROUGHT_BACK, "sign-in", caller.reference(account.id()));
        suspended.remove(account.id());
        enable(account, true);
    }

    /** Every sign-in of hers ends, on whichever device; a page that is open is shut within a minute. She can sign in again. */
    public void endSignIns(String accountId) {
        Account account = staff.find(accountId);
        audit.record(caller.actor(), AuditAction.SIGN_INS_ENDED, "sign-in", caller.reference(account.id()));
        endSessions(account);
    }

    /**
     * The code she used counts no more, and her sign-ins end; after her next password she sets up another. For a phone that is lost. Of
     * herself nobody asks it: whoever sits down at an open page could take the second step away. Throws {@link OwnSelf}.
     */
    public void askForNewCode(String accountId) {
        Account account = staff.find(accountId);
        refuseOwn(account);
        audit.record(caller.actor(), AuditAction.SECOND_FACTOR_ASKED_ANEW, "sign-in", caller.reference(account.id()));
        String credentials = "/users/" + account.id() + "/credentials";
        desk.list(credentials).getValuesAs(JsonObject.class).stream()
                .filter(credential -> "otp".equals(credential.getString("type")))
                .forEach(credential -> desk.delete(credentials + "/" + credential.getString("id")));
        endSessions(account);
    }

    private void refuseOwn(Account account) {
        if (account.id().equals(context.getCallerPrincipal().getName())) {
            throw new OwnSelf();
        }
    }

    private void enable(Account account, boolean enabled) {
        String path = "/users/" + account.id();
        desk.put(
                path,
                Json.createObjectBuilder(desk.get(path)).add("enabled", enabled).build());
    }

    private void endSessions(Account account) {
        desk.post("/users/" + account.id() + "/logout", JsonValue.EMPTY_JSON_OBJECT);
    }
}
