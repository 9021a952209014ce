package org.safespaces.audit;

import java.util.UUID;

/**
 * Who acts, as the log names her: an id and a role, never a name.
 *
 * @param id the person's id in this system; {@code null} for a visitor who has not said who she is, and for the server
 * @param role one of the roles, or {@code visitor}, or {@code server}
 */
public record Actor(UUID id, String role) {
    /** Somebody on a public page. */
    public static final Actor VISITOR = new Actor(null, "visitor");

    /** The application itself. */
    public static final Actor SERVER = new Actor(null, "server");
}
