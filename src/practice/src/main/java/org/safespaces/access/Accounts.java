package org.safespaces.access;

import static java.util.stream.Collectors.toSet;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.people.Caller;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;

/**
 * Sign-ins and their roles, as an admin may give and take them. A role says what somebody may do; it never brings a key:
 * whoever is made a therapist here opens nothing that was sealed to others.
 */
@Stateless
@RolesAllowed("admin")
public class Accounts {
    private static final Set<String> ROLES = Set.of(Role.CLIENT, Role.THERAPIST, Role.ADMIN);

    /** What an admin gives and takes; clients come by their code, never from here. */
    private static final Set<String> GIVEN = Set.of(Role.THERAPIST, Role.ADMIN);

    private static final int MOST = 200;

    @Inject
    private IdentityDesk desk;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    /** Those who work here, and those who could: every sign-in that is not a client's, by name. */
    public List<Account> colleagues() {
        return desk.list("/users?max=" + MOST).getValuesAs(JsonObject.class).stream()
                .filter(user -> !user.getString("username").startsWith("service-account-"))
                .map(user -> account(user, rolesOf(user.getString("id"))))
                .filter(account -> !account.has(Role.CLIENT))
                .sorted(Comparator.comparing(Account::name))
                .toList();
    }

    /** Gives a role; giving one that is there already changes nothing. Throws {@link AccountsUnavailable}. */
    public void give(String accountId, String role) {
        UUID account = colleague(accountId);
        audit.record(caller.actor(), AuditAction.ROLE_GIVEN, role(role), caller.reference(accountId));
        desk.post("/users/" + account + "/role-mappings/realm", mapping(role));
    }

    /** Takes a role. The last admin keeps hers: throws {@link LastAdmin}. */
    public void take(String accountId, String role) {
        UUID account = colleague(accountId);
        if (Role.ADMIN.equals(role)
                && colleagues().stream()
                        .noneMatch(other -> other.has(Role.ADMIN) && !other.id().equals(accountId))) {
            throw new LastAdmin();
        }
        audit.record(caller.actor(), AuditAction.ROLE_TAKEN, role(role), caller.reference(accountId));
        desk.delete("/users/" + account + "/role-mappings/realm", mapping(role));
    }

    private JsonArray mapping(String role) {
        JsonObject found = desk.get("/roles/" + role(role));
        return Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("id", found.getString("id")).add("name", found.getString("name")))
                .build();
    }

    private static String role(String role) {
        if (!GIVEN.contains(role)) {
            throw new NoSuchPerson();
        }
        return role;
    }

    /** A sign-in that is no client's; anything else does not exist from here. */
    private UUID colleague(String accountId) {
        UUID account = Ids.parse(accountId);
        if (colleagues().stream().noneMatch(known -> known.id().equals(accountId))) {
            throw new NoSuchPerson();
        }
        return account;
    }

    private Set<String> rolesOf(String id) {
        return desk.list("/users/" + id + "/role-mappings/realm").getValuesAs(JsonObject.class).stream()
                .map(role -> role.getString("name"))
                .filter(ROLES::contains)
                .collect(toSet());
    }

    private static Account account(JsonObject user, Set<String> roles) {
        return new Account(user.getString("id"), user.getString("username"), user.getBoolean("enabled", true), roles);
    }
}
