package org.safespaces.measures;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.safespaces.people.CaseId;
import org.safespaces.vault.SealedText;

/** Which measures a client is asked, under the server's key: it has to ask them. */
@Entity
@Table(name = "measure_plan")
class StoredPlan {
    @Id
    @Column(name = "case_id")
    private UUID caseId;

    private SealedText sealed;

    protected StoredPlan() {}

    StoredPlan(CaseId caseId, SealedText plan) {
        this.caseId = caseId.value();
        this.sealed = plan;
    }

    SealedText plan() {
        return sealed;
    }

    void replace(SealedText plan) {
        sealed = plan;
    }
}
