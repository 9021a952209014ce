package org.safespaces.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One version of the list of recipients; its signatures stand beside it. */
@Entity
@Table(name = "recipient_list")
class StoredRecipientList {
    @Id
    private int version;

    @Column(name = "previous_hash")
    private byte[] previousHash;

    protected StoredRecipientList() {}

    int version() {
        return version;
    }

    byte[] previousHash() {
        return previousHash.clone();
    }
}
