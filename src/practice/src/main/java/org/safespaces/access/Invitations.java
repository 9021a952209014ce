package org.safespaces.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.people.Caller;

/**
 * Somebody new comes to work here. The identity server writes to her: behind its link she chooses her own password and sets up her
 * code, so that nobody else ever knows either.
 */
@Stateless
@RolesAllowed("admin")
public class Invitations {
    static final String CHOOSE_PASSWORD = "UPDATE_PASSWORD";

    private static final JsonArray STEPS =
            Json.createArrayBuilder().add(CHOOSE_PASSWORD).add("CONFIGURE_TOTP").build();

    @Inject
    private Staff staff;

    @Inject
    private IdentityDesk desk;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    /**
     * Makes a sign-in, with roles and without a password. No letter goes yet.
     *
     * @return its id
     * @throws NameTaken; {@link AccountsUnavailable}
     */
    public String invite(String name, String mail, Set<String> roles) {
        String id = desk.post(
                "/users",
                Json.createObjectBuilder()
                        .add("username", name)
                        .add("email", mail)
                        .add("enabled", true)
                        .add("requiredActions", STEPS)
                        .build());
        audit.record(caller.actor(), AuditAction.PERSON_INVITED, "sign-in", caller.reference(id));
        // not by way of the list of those who work here: she is on none before she has a role
        roles.forEach(role -> {
            audit.record(caller.actor(), AuditAction.ROLE_GIVEN, Accounts.role(role), caller.reference(id));
            desk.giveRole(id, role);
        });
        return id;
    }

    /** The letter with the link goes, once more if need be; a link of before still works for its two days. Throws {@link AccountsUnavailable}. */
    public void write(String accountId) {
        Account account = staff.find(accountId);
        audit.record(caller.actor(), AuditAction.INVITATION_WRITTEN, "sign-in", caller.reference(accountId));
        String back = System.getenv("SAFESPACES_ORIGIN")
                + (account.has(Role.THERAPIST) ? "/therapist/today" : "/admin/people");
        desk.put(
                "/users/" + account.id() + "/execute-actions-email?client_id=portal&redirect_uri="
                        + URLEncoder.encode(back, StandardCharsets.UTF_8),
                STEPS);
    }
}
