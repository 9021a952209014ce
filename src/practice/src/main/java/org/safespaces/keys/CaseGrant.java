package org.safespaces.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.safespaces.vault.CasePart;
import org.safespaces.vault.Grant;
import org.safespaces.vault.GrantPurpose;

/** The secret of a case's compartment, sealed to one person and signed by the one who gave it. */
@Entity
@Table(name = "case_grant")
class CaseGrant {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    private short compartment;
    private int epoch;

    @Column(name = "recipient_id")
    private UUID recipientId;

    @Column(name = "recipient_key_id")
    private UUID recipientKeyId;

    private short purpose;

    @Column(name = "not_after")
    private long notAfter;

    private byte[] encapsulation;
    private byte[] ciphertext;

    @Column(name = "grantor_id")
    private UUID grantorId;

    @Column(name = "grantor_key_id")
    private UUID grantorKeyId;

    private byte[] signature;

    protected CaseGrant() {}

    CaseGrant(UUID id, Grant grant) {
        this.id = id;
        this.caseId = grant.part().caseId();
        this.compartment = (short) grant.part().compartment().code();
        this.epoch = grant.epoch();
        this.recipientId = grant.recipientId();
        this.recipientKeyId = grant.recipientKeyId();
        this.purpose = (short) grant.purpose().code();
        this.notAfter = grant.notAfterEpochSecond();
        this.encapsulation = grant.encapsulation();
        this.ciphertext = grant.ciphertext();
        this.grantorId = grant.grantorId();
        this.grantorKeyId = grant.grantorKeyId();
        this.signature = grant.signature();
    }

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    Grant grant(CasePart part) {
        return new Grant(
                part,
                epoch,
                recipientId,
                recipientKeyId,
                GrantPurpose.of(purpose),
                notAfter,
                encapsulation,
                ciphertext,
                grantorId,
                grantorKeyId,
                signature);
    }

    boolean isOf(CasePart part) {
        return caseId.equals(part.caseId()) && compartment == part.compartment().code();
    }
}
