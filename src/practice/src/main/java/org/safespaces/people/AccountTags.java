package org.safespaces.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.UUID;
import org.safespaces.vault.Column;
import org.safespaces.vault.ServerSeal;

/** Turns the subject of a sign-in into the keyed hash it is stored under. Tables cannot be joined by it. */
@ApplicationScoped
class AccountTags {
    static final Column THERAPIST = new Column("therapist", "account_tag");
    static final Column CLIENT = new Column("client", "account_tag");

    private static final Column REFERENCE = new Column("audit_event", "account");

    @Inject
    private ServerSeal serverSeal;

    /** The first half of a keyed hash, as an id. */
    UUID reference(String subject) {
        ByteBuffer tag = ByteBuffer.wrap(serverSeal.tag(REFERENCE, subject.getBytes(StandardCharsets.UTF_8)));
        return new UUID(tag.getLong(), tag.getLong());
    }

    byte[] of(Principal caller, Column column) {
        return of(caller.getName(), column);
    }

    byte[] of(String subject, Column column) {
        return serverSeal.tag(column, subject.getBytes(StandardCharsets.UTF_8));
    }
}
