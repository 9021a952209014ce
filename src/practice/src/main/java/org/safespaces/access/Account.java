package org.safespaces.access;

import java.util.Set;

/**
 * A sign-in as the identity server keeps it, with the roles it has here.
 *
 * @param enabled whether the identity server lets her in; not while she is suspended
 * @param secondFactor whether a code is asked for after her password
 * @param invited whether she has still to choose her password
 */
public record Account(
        String id, String name, boolean enabled, Set<String> roles, boolean secondFactor, boolean invited) {
    public Account {
        roles = Set.copyOf(roles);
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    /** Can she sign in and run the practice? */
    boolean isAdminAtWork() {
        return enabled && !invited && has(Role.ADMIN);
    }
}
