package org.safespaces.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.people.Caller;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.Suspended;

/**
 * Sign-ins and their roles, as an admin may give and take them. A role says what somebody may do; it never brings a key:
 * whoever is made a therapist here opens nothing that was sealed to others.
 */
@Stateless
@RolesAllowed("admin")
public class Accounts {
    /** What an admin gives and takes; clients come by their code, never from here. */
    private static final Set<String> GIVEN = Set.of(Role.THERAPIST, Role.ADMIN);

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

    /** Those who work here, and those who could: every sign-in that is not a client's, by name. */
    public List<Account> colleagues() {
        return staff.all();
    }

    /** One of them. Throws {@link NoSuchPerson}. */
    public Account find(String accountId) {
        return staff.find(accountId);
    }

    /** When somebody was last seen in a sign-in that still lasts; empty when she has none. */
    public Optional<Instant> lastSeen(String accountId) {
        return desk.list("/users/" + staff.find(accountId).id() + "/sessions").getValuesAs(JsonObject.class).stream()
                .map(session ->
                        Instant.ofEpochMilli(session.getJsonNumber("lastAccess").longValue()))
                .max(Comparator.naturalOrder());
    }

    /** Gives a role; giving one that is there already changes nothing. Throws {@link AccountsUnavailable}. */
    public void give(String accountId, String role) {
        Account account = staff.find(accountId);
        String known = role(role);
        if (!account.has(known)) {
            audit.record(caller.actor(), AuditAction.ROLE_GIVEN, known, caller.reference(accountId));
            desk.giveRole(account.id(), role);
        }
    }

    /** Takes a role. The last admin keeps hers: throws {@link LastAdmin}. */
    public void take(String accountId, String role) {
        suspended.queue();
        Account account = staff.find(accountId);
        if (Role.ADMIN.equals(role) && staff.isLastAdmin(account)) {
            throw new LastAdmin();
        }
        String known = role(role);
        if (account.has(known)) {
            audit.record(caller.actor(), AuditAction.ROLE_TAKEN, known, caller.reference(accountId));
            desk.takeRole(account.id(), role);
        }
    }

    static String role(String role) {
        if (!GIVEN.contains(role)) {
            throw new NoSuchPerson();
        }
        return role;
    }
}
