package org.safespaces.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;

/**
 * Everybody who works here, as the identity server knows them. Who has a role is asked of the role, so that nobody is missed among many
 * clients; of those without any role the first thousand sign-ins are looked through.
 */
@ApplicationScoped
class Staff {
    private static final int MOST = 1000;

    @Inject
    private IdentityDesk desk;

    /** Those who work here, and those who could: every sign-in that is not a client's, by name. */
    List<Account> all() {
        Map<String, JsonObject> users = new TreeMap<>();
        Map<String, Set<String>> roles = new HashMap<>();
        for (String role : List.of(Role.THERAPIST, Role.ADMIN)) {
            for (JsonObject user : listed("/roles/" + role + "/users")) {
                users.put(user.getString("id"), user);
                roles.computeIfAbsent(user.getString("id"), none -> new HashSet<>())
                        .add(role);
            }
        }
        Set<String> clients = new HashSet<>();
        listed("/roles/" + Role.CLIENT + "/users").forEach(user -> clients.add(user.getString("id")));
        listed("/users").stream()
                .filter(user -> !user.getString("username").startsWith("service-account-"))
                .forEach(user -> users.putIfAbsent(user.getString("id"), user));
        return users.values().stream()
                .filter(user -> !clients.contains(user.getString("id")))
                .map(user -> account(user, roles.getOrDefault(user.getString("id"), Set.of())))
                .sorted(Comparator.comparing(Account::name))
                .toList();
    }

    private List<JsonObject> listed(String path) {
        return desk.list(path + "?briefRepresentation=false&max=" + MOST).getValuesAs(JsonObject.class);
    }

    /** One of them; anything else does not exist from here: throws {@link NoSuchPerson}. */
    Account find(String accountId) {
        String id = Ids.parse(accountId).toString();
        return all().stream().filter(known -> known.id().equals(id)).findFirst().orElseThrow(NoSuchPerson::new);
    }

    /** Would nobody be left who runs the practice, were it not for her? */
    boolean isLastAdmin(Account account) {
        return account.isAdminAtWork()
                && all().stream()
                        .noneMatch(other -> other.isAdminAtWork() && !other.id().equals(account.id()));
    }

    private static Account account(JsonObject user, Set<String> roles) {
        boolean invited = user.containsKey("requiredActions")
                && user.getJsonArray("requiredActions").getValuesAs(JsonString.class).stream()
                        .anyMatch(action -> action.getString().equals(Invitations.CHOOSE_PASSWORD));
        return new Account(
                user.getString("id"),
                user.getString("username"),
                user.getBoolean("enabled", true),
                roles,
                user.getBoolean("totp", false),
                invited);
    }
}
