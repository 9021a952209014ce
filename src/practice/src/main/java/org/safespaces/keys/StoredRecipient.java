package org.safespaces.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.safespaces.vault.Recipient;

/** One line of a list of those to whom enquiries are sealed. */
@Entity
@Table(name = "recipient")
class StoredRecipient {
    @Id
    private UUID id;

    @Column(name = "list_version")
    private int listVersion;

    @Column(name = "person_id")
    private UUID personId;

    @Column(name = "key_id")
    private UUID keyId;

    protected StoredRecipient() {}

    StoredRecipient(UUID id, int listVersion, Recipient recipient) {
        this.id = id;
        this.listVersion = listVersion;
        this.personId = recipient.personId();
        this.keyId = recipient.keyId();
    }

    UUID id() {
        return id;
    }

    int listVersion() {
        return listVersion;
    }

    Recipient recipient() {
        return new Recipient(personId, keyId);
    }
}
