package org.safespaces.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.safespaces.vault.CaseHead;
import org.safespaces.vault.CasePart;

/** The signed count and hash over all that a compartment holds: a missing last item shows. */
@Entity
@Table(name = "case_head")
class StoredHead {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    private short compartment;
    private long items;
    private byte[] hash;

    @Column(name = "signer_id")
    private UUID signerId;

    @Column(name = "signer_key_id")
    private UUID signerKeyId;

    private byte[] signature;

    protected StoredHead() {}

    StoredHead(UUID id, CaseHead head) {
        this.id = id;
        this.caseId = head.part().caseId();
        this.compartment = (short) head.part().compartment().code();
        advanceTo(head);
    }

    final void advanceTo(CaseHead head) {
        this.items = head.count();
        this.hash = head.hash();
        this.signerId = head.signerId();
        this.signerKeyId = head.signerKeyId();
        this.signature = head.signature();
    }

    UUID id() {
        return id;
    }

    CaseHead head(CasePart part) {
        return new CaseHead(part, items, hash, signerId, signerKeyId, signature);
    }

    boolean isOf(CasePart part) {
        return caseId.equals(part.caseId()) && compartment == part.compartment().code();
    }
}
