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

/** What a client has written into her case, until somebody who holds it takes it into the record: then it was read. */
@Entity
@Table(name = "sent_message")
class SentMessage {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    private int epoch;
    private SealedText sealed;
    private LocalDate day;

    /** Counted by the database. */
    @Column(insertable = false, updatable = false)
    private Long seq;

    protected SentMessage() {}

    SentMessage(SealedInward inward, LocalDate day) {
        this.id = inward.itemId();
        this.caseId = inward.part().caseId();
        this.epoch = inward.epoch();
        this.sealed = inward.text();
        this.day = day;
    }

    UUID id() {
        return id;
    }

    LocalDate day() {
        return day;
    }

    SealedInward inward(List<InwardWrap> wraps) {
        return new SealedInward(CaseKeys.part(new CaseId(caseId), Compartment.MESSAGES), id, epoch, sealed, wraps);
    }
}
