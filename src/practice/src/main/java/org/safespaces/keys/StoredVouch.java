package org.safespaces.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.safespaces.vault.Vouch;

/** One person's word that another's public keys are hers. */
@Entity
@Table(name = "vouch")
class StoredVouch {
    @Id
    private UUID id;

    @Column(name = "entry_hash")
    private byte[] entryHash;

    @Column(name = "voucher_id")
    private UUID voucherId;

    @Column(name = "voucher_key_id")
    private UUID voucherKeyId;

    private byte[] signature;

    /** When; not signed, so nothing depends on it. */
    private LocalDate day;

    protected StoredVouch() {}

    UUID id() {
        return id;
    }

    LocalDate day() {
        return day;
    }

    Vouch vouch() {
        return new Vouch(entryHash, voucherId, voucherKeyId, signature);
    }
}
