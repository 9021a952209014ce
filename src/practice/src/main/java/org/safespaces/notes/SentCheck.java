package org.safespaces.notes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.safespaces.keys.CaseKeys;
import org.safespaces.people.CaseId;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.InwardWrap;
import org.safespaces.vault.SealedInward;
import org.safespaces.vault.SealedText;

/** A client's answers before a session, until a holder of her case takes them into the record. */
@Entity
@Table(name = "sent_check")
class SentCheck {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    private int epoch;
    private SealedText sealed;
    private LocalDate day;

    protected SentCheck() {}

    SentCheck(SealedInward inward, LocalDate day) {
        this.id = inward.itemId();
        this.caseId = inward.part().caseId();
        this.epoch = inward.epoch();
        this.sealed = inward.text();
        this.day = day;
    }

    UUID id() {
        return id;
    }

    boolean isOf(CaseId of) {
        return caseId.equals(of.value());
    }

    LocalDate day() {
        return day;
    }

    SealedInward inward(List<InwardWrap> wraps) {
        return new SealedInward(CaseKeys.part(new CaseId(caseId), Compartment.CLINICAL), id, epoch, sealed, wraps);
    }
}
