package org.safespaces.access;

import java.util.Set;

/** A sign-in as the identity server keeps it, with the roles it has here. */
public record Account(String id, String name, boolean enabled, Set<String> roles) {
    public Account {
        roles = Set.copyOf(roles);
    }

    public boolean has(String role) {
        return roles.contains(role);
    }
}
