package org.safespaces.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.safespaces.vault.SealedText;

/** A vault's memory of everybody's keys, sealed under the seed of the keys it belongs to. */
@Entity
@Table(name = "pin_sheet")
class StoredPinSheet {
    @Id
    @Column(name = "key_id")
    private UUID keyId;

    private int version;
    private SealedText sealed;

    @Column(name = "kept_on")
    private LocalDate keptOn;

    protected StoredPinSheet() {}

    int version() {
        return version;
    }

    SealedText sealed() {
        return sealed;
    }

    void follow(int nextVersion, SealedText next, LocalDate today) {
        this.version = nextVersion;
        this.sealed = next;
        this.keptOn = today;
    }
}
