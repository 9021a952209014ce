package org.safespaces.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.safespaces.vault.SealedText;

/** How a client may be reached, sealed under the server's key. */
@Entity
@Table(name = "contact_card")
class StoredContactCard {
    @Id
    @Column(name = "case_id")
    private UUID caseId;

    private SealedText sealed;

    protected StoredContactCard() {}

    StoredContactCard(CaseId caseId, SealedText card) {
        this.caseId = caseId.value();
        this.sealed = card;
    }

    CaseId caseId() {
        return new CaseId(caseId);
    }

    SealedText card() {
        return sealed;
    }

    void replace(SealedText card) {
        this.sealed = card;
    }
}
