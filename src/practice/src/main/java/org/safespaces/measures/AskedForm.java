package org.safespaces.measures;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.access.Confidential;

/**
 * A form that a client is asked to fill in, and has not.
 *
 * @param id under which it comes back; says of which measure and of which session to nobody but the server
 * @param asking by what was agreed
 * @param closes when it is asked for no more; empty for never
 */
public record AskedForm(UUID id, Definition definition, UUID asking, Instant opens, Optional<Instant> closes)
        implements Confidential {
    @Override
    public String toString() {
        return "AskedForm[redacted]";
    }
}
