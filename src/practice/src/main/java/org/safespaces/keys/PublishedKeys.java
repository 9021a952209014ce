package org.safespaces.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.vault.DirectoryEntry;
import org.safespaces.vault.KeyKind;
import org.safespaces.vault.PublicKeys;

/** A person's public keys as she signed them. Believed only when the chain of vouches says so. */
@Entity
@Table(name = "directory_entry")
class PublishedKeys {
    @Id
    @Column(name = "key_id")
    private UUID keyId;

    @Column(name = "person_id")
    private UUID personId;

    private short kind;

    @Column(name = "box_key")
    private byte[] boxKey;

    @Column(name = "sign_key")
    private byte[] signKey;

    private LocalDate day;
    private byte[] signature;

    /** 1 for a person's first keys, one more each time she starts anew. */
    private short generation;

    protected PublishedKeys() {}

    PublishedKeys(DirectoryEntry entry, int generation) {
        this.keyId = entry.keys().keyId();
        this.personId = entry.personId();
        this.kind = (short) entry.kind().code();
        this.boxKey = entry.keys().boxKey();
        this.signKey = entry.keys().signKey();
        this.day = entry.day();
        this.signature = entry.signature();
        this.generation = (short) generation;
    }

    UUID keyId() {
        return keyId;
    }

    LocalDate day() {
        return day;
    }

    int generation() {
        return generation;
    }

    /** Empty where the row names a kind of keys that there is not. */
    Optional<DirectoryEntry> entry(UUID tenant) {
        return Arrays.stream(KeyKind.values())
                .filter(each -> each.code() == kind)
                .findFirst()
                .map(each -> new DirectoryEntry(
                        tenant, personId, each, new PublicKeys(keyId, boxKey, signKey), day, signature));
    }
}
