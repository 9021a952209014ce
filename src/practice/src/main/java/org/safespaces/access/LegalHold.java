package org.safespaces.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.safespaces.audit.Actor;
import org.safespaces.people.CaseId;

/** While it stands, nobody erases this record. */
@Entity
@Table(name = "legal_hold")
class LegalHold {
    @Id
    @Column(name = "case_id")
    private UUID caseId;

    @Enumerated(EnumType.STRING)
    private HoldReason reason;

    @Column(name = "set_by")
    private UUID setBy;

    @Column(name = "set_by_role")
    private String setByRole;

    @Column(name = "set_on")
    private LocalDate setOn;

    protected LegalHold() {}

    LegalHold(CaseId caseId, HoldReason reason, Actor by, LocalDate today) {
        this.caseId = caseId.value();
        this.reason = reason;
        this.setBy = by.id();
        this.setByRole = by.role();
        this.setOn = today;
    }

    CaseId caseId() {
        return new CaseId(caseId);
    }

    HoldSummary summary(String designation) {
        return new HoldSummary(caseId(), designation, reason, setByRole, setOn);
    }
}
