package org.safespaces.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safespaces.vault.CaseEpoch;
import org.safespaces.vault.CasePart;
import org.safespaces.vault.EkId;

/** A signed record of who holds a compartment of a case, from one rotation to the next. */
@Entity
@Table(name = "case_epoch")
class StoredEpoch {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    private short compartment;
    private int epoch;

    @Column(name = "ek_id")
    private UUID ekId;

    @Column(name = "previous_hash")
    private byte[] previousHash;

    private String holders;

    @Column(name = "signer_id")
    private UUID signerId;

    @Column(name = "signer_key_id")
    private UUID signerKeyId;

    private byte[] signature;

    protected StoredEpoch() {}

    StoredEpoch(UUID id, CaseEpoch record) {
        this.id = id;
        this.caseId = record.part().caseId();
        this.compartment = (short) record.part().compartment().code();
        this.epoch = record.epoch();
        this.ekId = record.ekId().value();
        this.previousHash = record.previousHash();
        this.holders = record.holders().stream().map(UUID::toString).collect(Collectors.joining(","));
        this.signerId = record.signerId();
        this.signerKeyId = record.signerKeyId();
        this.signature = record.signature();
    }

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    EkId erasureKey() {
        return new EkId(ekId);
    }

    CaseEpoch record(CasePart part) {
        List<UUID> people =
                Arrays.stream(holders.split(",")).map(UUID::fromString).toList();
        return new CaseEpoch(part, epoch, new EkId(ekId), previousHash, people, signerId, signerKeyId, signature);
    }

    boolean isOf(CasePart part) {
        return caseId.equals(part.caseId()) && compartment == part.compartment().code();
    }
}
