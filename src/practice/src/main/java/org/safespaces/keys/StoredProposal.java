package org.safespaces.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safespaces.vault.Recipient;
import org.safespaces.vault.RecipientListBody;
import org.safespaces.vault.RecipientSignature;

/** A list of recipients that one person has signed. It becomes a list when another signs the same. */
@Entity
@Table(name = "recipient_proposal")
class StoredProposal {
    @Id
    private UUID id;

    private int version;

    @Column(name = "previous_hash")
    private byte[] previousHash;

    /** Person and key, with a colon between; the next after a comma. */
    private String recipients;

    @Column(name = "signer_id")
    private UUID signerId;

    @Column(name = "signer_key_id")
    private UUID signerKeyId;

    private byte[] signature;

    @Column(name = "proposed_on")
    private LocalDate proposedOn;

    protected StoredProposal() {}

    StoredProposal(UUID id, RecipientListBody body, RecipientSignature signature, LocalDate proposedOn) {
        this.id = id;
        this.version = body.listVersion();
        this.previousHash = body.previousHash();
        this.recipients = body.recipients().stream()
                .map(each -> each.personId() + ":" + each.keyId())
                .collect(Collectors.joining(","));
        this.signerId = signature.signerId();
        this.signerKeyId = signature.signerKeyId();
        this.signature = signature.signature();
        this.proposedOn = proposedOn;
    }

    UUID id() {
        return id;
    }

    LocalDate proposedOn() {
        return proposedOn;
    }

    UUID signer() {
        return signerId;
    }

    RecipientSignature signature() {
        return new RecipientSignature(signerId, signerKeyId, signature);
    }

    /** Throws {@link IllegalArgumentException} for a row that nobody of ours wrote. */
    RecipientListBody body(UUID tenant) {
        List<Recipient> people = Arrays.stream(recipients.split(","))
                .map(each -> each.split(":", -1))
                .map(pair -> new Recipient(UUID.fromString(pair[0]), UUID.fromString(pair[pair.length - 1])))
                .toList();
        return new RecipientListBody(tenant, version, previousHash, people);
    }
}
