package org.safespaces.notes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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

/** What a client has sent into her case, her answers before a session or a form, until a holder of her case takes them into the record. */
@Entity
@Table(name = "sent_check")
class SentCheck {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @Enumerated(EnumType.STRING)
    private ItemKind kind;

    private int epoch;
    private SealedText sealed;
    private LocalDate day;

    protected SentCheck() {}

    SentCheck(ItemKind kind, SealedInward inward, LocalDate day) {
        this.id = inward.itemId();
        this.caseId = inward.part().caseId();
        this.kind = kind;
        this.epoch = inward.epoch();
        this.sealed = inward.text();
        this.day = day;
    }

    UUID id() {
        return id;
    }

    CaseId caseId() {
        return new CaseId(caseId);
    }

    ItemKind kind() {
        return kind;
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
