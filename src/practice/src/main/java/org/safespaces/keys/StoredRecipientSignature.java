package org.safespaces.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.safespaces.vault.RecipientSignature;

/** A therapist's signature under a list of recipients. */
@Entity
@Table(name = "recipient_signature")
class StoredRecipientSignature {
    @Id
    private UUID id;

    @Column(name = "list_version")
    private int listVersion;

    @Column(name = "signer_id")
    private UUID signerId;

    @Column(name = "signer_key_id")
    private UUID signerKeyId;

    private byte[] signature;

    protected StoredRecipientSignature() {}

    StoredRecipientSignature(UUID id, int listVersion, RecipientSignature signature) {
        this.id = id;
        this.listVersion = listVersion;
        this.signerId = signature.signerId();
        this.signerKeyId = signature.signerKeyId();
        this.signature = signature.signature();
    }

    UUID id() {
        return id;
    }

    int listVersion() {
        return listVersion;
    }

    RecipientSignature signature() {
        return new RecipientSignature(signerId, signerKeyId, signature);
    }
}
