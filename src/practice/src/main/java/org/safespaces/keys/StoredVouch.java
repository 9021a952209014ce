package org.safespaces.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
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

    protected StoredVouch() {}

    StoredVouch(UUID id, Vouch vouch) {
        this.id = id;
        this.entryHash = vouch.entryHash();
        this.voucherId = vouch.voucherId();
        this.voucherKeyId = vouch.voucherKeyId();
        this.signature = vouch.signature();
    }

    UUID id() {
        return id;
    }

    Vouch vouch() {
        return new Vouch(entryHash, voucherId, voucherKeyId, signature);
    }
}
