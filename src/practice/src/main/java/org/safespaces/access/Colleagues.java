package org.safespaces.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.stream.Stream;

/** Whether somebody works here alone. The identity server knows; our own tables know only who has been here. */
@ApplicationScoped
class Colleagues {
    @Inject
    private IdentityDesk desk;

    /**
     * Has anybody else a sign-in with which she could approve something? When the identity server does not answer: throws
     * {@link AccountsUnavailable}.
     *
     * @param subject the sign-in that asks
     */
    boolean hasAny(String subject) {
        return Stream.of(Role.THERAPIST, Role.ADMIN)
                .flatMap(role -> desk.list("/roles/" + role + "/users?max=50").getValuesAs(JsonObject.class).stream())
                .filter(user -> user.getBoolean("enabled", true))
                .anyMatch(user -> !user.getString("id").equals(subject));
    }
}
